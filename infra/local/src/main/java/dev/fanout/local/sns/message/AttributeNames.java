package dev.fanout.local.sns.message;

import dev.fanout.local.sns.protocol.SnsException;
import java.util.regex.Pattern;

/** What an attribute of a message may be called. */
final class AttributeNames {
    private static final Pattern OTHER_CHARACTER = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int LONGEST = 256;

    private AttributeNames() {}

    static String checked(String name) {
        if (name.length() > LONGEST)
            throw invalid("Length of message attribute name must be less than 256 bytes.");
        if (name.startsWith("."))
            throw invalid("Invalid message attribute name starting with character '.' was found.");
        if (name.endsWith("."))
            throw invalid("Invalid message attribute name ending with character '.' was found.");
        checkCharacters(name);
        if (name.contains(".."))
            throw invalid("Message attribute name can not have successive '.' character.");
        return name;
    }

    static SnsException invalid(String message) {
        return SnsException.refused("ParameterValueInvalid", message);
    }

    private static void checkCharacters(String name) {
        var other = OTHER_CHARACTER.matcher(name);
        if (!other.find()) return;
        throw invalid(("Invalid non-alphanumeric character '#x%X' was found in the message attribute name."
                + " Can only include alphanumeric characters, hyphens, underscores, or dots.")
                .formatted(other.group().codePointAt(0)));
    }
}
