package dev.fanout.messaging.crash;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Bodies that nobody should send and somebody will, made of good ones by chance; the same ones for the same seed. */
public final class BadBytes {
    private static final List<String> VALUES = List.of(
            "null", "true", "-1", "0", "1e400000000", "-1e2147483647", "1e-2147483647", "0e999999999", "9".repeat(900),
            "0." + "1".repeat(900), "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uffff\"",
            "\"\\x41\"", "[]", "{}", "[null]", "[[]]", "\"1970-01-01T00:00:00Z\"", "\"+1000000000-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"", "\"9999-99-99T99:99:99Z\"", "1e999999999", "NaN", "\"pending\"",
            "[{\"sku\":\"a\",\"quantity\":2147483647},{\"sku\":\"a\",\"quantity\":1}]", "[{\"sku\":\"\\ud83d\",\"quantity\":1}]",
            "\"order.created\"", "\"00000000-0000-0000-0000-000000000000\"",
            "\"5a1f0b7c-2b1d-4b56-8f10-9d8d6c1e2f33\"", "\"9998-01-01T00:00:00Z\"", "\"' OR 1=1 --\"", "\"../../etc/passwd\"");
    private static final List<String> FIELDS = List.of(
            "event_id", "event_type", "order_id", "user_id", "total", "status", "items", "version", "timestamp");
    private static final List<String> STRANGERS = List.of(
            "", " ", "null", "[]", "{}", "0", "\"text\"", "<xml/>", "{\"event_type\":\"order.eaten\"}", "\u0000", "\ufeff{}",
            "{\"Type\":\"Notification\",\"MessageId\":\"1\",\"TopicArn\":\"arn:aws:sns:x\",\"Message\":\"{}\"}",
            "{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"bucket\":{\"name\":\"b\"}}}]}",
            "{\"@type\":\"java.net.URL\",\"val\":\"http://localhost\"}", "{\"event_type\":[\"order.created\"]}");

    private final Random random;
    private final List<UnaryOperator<String>> mutations = List.of(
            this::truncated, this::withAnotherByte, this::withAValue, this::withAValue, this::withAValue, this::twice,
            this::nested, this::enveloped, this::withLongText, this::stranger, this::withUnknownField, this::glued);

    public BadBytes(long seed) {
        random = new Random(seed);
    }

    /** One to three things are wrong with it; now and then, by chance, none. */
    public String of(String good) {
        var body = good;
        for (int i = random.nextInt(3); i >= 0; i--) body = mutations.get(random.nextInt(mutations.size())).apply(body);
        return body;
    }

    private String truncated(String body) {
        return body.substring(0, random.nextInt(body.length() + 1));
    }

    private String withAnotherByte(String body) {
        if (body.isEmpty()) return body;
        int at = random.nextInt(body.length());
        return body.substring(0, at) + (char) random.nextInt(0x3000) + body.substring(at + 1);
    }

    private String withAValue(String body) {
        var field = pick(FIELDS);
        var value = pick(VALUES).replace("\\", "\\\\").replace("$", "\\$");
        return body.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*]|[^,}]*)", "\"" + field + "\":" + value);
    }

    private String twice(String body) {
        return body.replaceFirst("\\{", "{\"" + pick(FIELDS) + "\":" + pick(VALUES).replace("\\", "\\\\") + ",");
    }

    private String nested(String body) {
        int depth = 1 + random.nextInt(20_000);
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        return random.nextBoolean() ? open.repeat(depth) : body.replaceFirst("\\{", "{\"x\":" + open.repeat(depth) + ",");
    }

    private String enveloped(String body) {
        var text = body.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"Type\":\"Notification\",\"Message\":\"" + text + "\"}";
    }

    private String withLongText(String body) {
        var text = (random.nextInt(10) == 0 ? "\ud83c\udf75" : "x").repeat(1 << (random.nextInt(20) == 0 ? 17 : random.nextInt(11)));
        return body.replaceFirst("\"order_id\":\"[^\"]*\"", "\"order_id\":\"" + text + "\"");
    }

    private String stranger(String body) {
        return pick(STRANGERS);
    }

    private String withUnknownField(String body) {
        return body.replaceFirst("\\{", "{\"" + "k".repeat(1 << random.nextInt(17)) + "\":1,");
    }

    private String glued(String body) {
        return body + pick(STRANGERS);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
