package dev.fanout.web.request;

import dev.fanout.web.ProblemException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** The rules for paths and queries: each part is UTF-8, printable and short enough, each parameter is unique. */
final class RequestLine {
    /** Bytes. Longer than every id and cursor, and shorter than a store's keys (DynamoDB's sort keys: 1,024). */
    private static final int LONGEST = 512;

    private static final int MOST_PARAMETERS = 50;
    private static final String PATH = "path";
    private static final String QUERY = "query";

    private RequestLine() {}

    /** @throws ProblemException 400, where it is not */
    static void mustBeClear(String path, @Nullable String query) {
        if (path.contains("//")) throw ProblemException.invalid(PATH, "must not hold empty segments");
        if (path.contains(";")) throw ProblemException.invalid(PATH, "must not hold ;");
        Arrays.stream(path.split("/", -1)).map(it -> decoded(it.replace("+", "%2B"), PATH)).forEach(segment -> {
            if (segment.equals(".") || segment.equals(".."))
                throw ProblemException.invalid(PATH, "must not hold . or .. as segments");
        });
        if (query != null) queryMustBeClear(query);
    }

    private static void queryMustBeClear(String query) {
        var parameters = query.split("&");
        if (parameters.length > MOST_PARAMETERS)
            throw ProblemException.invalid(QUERY, "must have at most " + MOST_PARAMETERS + " parameters");
        var names = new HashSet<String>();
        for (var parameter : parameters) {
            var parts = parameter.split("=", 2);
            var name = decoded(parts[0], QUERY);
            if (parts.length == 2) decoded(parts[1], name.isEmpty() ? QUERY : name);
            if (!names.add(name)) throw ProblemException.invalid(name, "stands in the query more than once");
        }
    }

    private static String decoded(String text, String field) {
        var bytes = percentDecoded(text, field);
        if (bytes.length() > LONGEST)
            throw ProblemException.invalid(field, "must not be longer than " + LONGEST + " bytes");
        var decoded = utf8(bytes, field);
        if (decoded.chars().anyMatch(Character::isISOControl))
            throw ProblemException.invalid(field, "must not hold control characters");
        return decoded;
    }

    /** As bytes, each a character. */
    private static String percentDecoded(String text, String field) {
        try {
            return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid(field, "has a % that is not followed by two hexadecimal digits");
        }
    }

    private static String utf8(String bytes, String field) {
        try {
            var encoded = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException _) {
            throw ProblemException.invalid(field, "is not UTF-8");
        }
    }
}
