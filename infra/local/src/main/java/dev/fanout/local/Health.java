package dev.fanout.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** The health page: it is served as soon as everything runs, and says what that is. */
final class Health {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Health() {}

    static String of(@Nullable FoundData found) {
        var health = JsonNodeFactory.instance.objectNode();
        health.putObject("services").put("sns", "running").put("sqs", "running").put("dynamodb", "running");
        // Known of a jar, not of classes in an IDE.
        var version = Health.class.getPackage().getImplementationVersion();
        if (version != null) health.put("version", version);
        if (found != null) health.set("found", JSON.valueToTree(found));
        return health.toString();
    }
}
