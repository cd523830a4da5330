package dev.fanout.local.sns.message;

import dev.fanout.local.sns.protocol.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bytes as AWS counts them: the message as it was sent, and each attribute's name, type and value. */
public final class MessageSize {
    public static final int LIMIT = 256 * 1024;

    private MessageSize() {}

    public static int of(Parameters message) {
        return bytes(message.find("Message"))
                + message.list("MessageAttributes.entry").stream().mapToInt(MessageSize::attribute).sum();
    }

    private static int attribute(Parameters attribute) {
        return Stream.of("Name", "Value.DataType", "Value.StringValue").map(attribute::find)
                        .mapToInt(MessageSize::bytes)
                        .sum()
                + decoded(Objects.requireNonNullElse(attribute.find("Value.BinaryValue"), ""));
    }

    /** Three bytes are four characters of Base64. */
    private static int decoded(String base64) {
        var padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return base64.length() / 4 * 3 - padding;
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
