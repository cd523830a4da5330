package dev.fanout.local.sns.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many, by their ARNs.
 *
 * @param nextToken with which the caller gets the following ones; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
    private static final int SIZE = 100;

    /** The token is where the last page ended, so nothing is skipped or seen twice while others go. */
    public static <T> Page<T> of(Collection<T> all, Function<T, String> arn, @Nullable String token) {
        var after = token == null ? "" : decode(token);
        var rest = all.stream()
                .filter(item -> arn.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(arn))
                .toList();
        if (rest.size() <= SIZE) return new Page<>(rest, null);
        var page = rest.subList(0, SIZE);
        return new Page<>(page, encode(arn.apply(page.getLast())));
    }

    public String xml(String name, Function<T, String> inner) {
        var list = Xml.list(name, items, inner);
        return nextToken == null ? list : list + Xml.text("NextToken", nextToken);
    }

    private static String encode(String arn) {
        return Base64.getEncoder().encodeToString(arn.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw SnsException.invalid("NextToken");
        }
    }
}
