package dev.fanout.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: {@code next} in an answer, {@code after} in the request for the page behind it. It means
 * something to the listing alone that it is of.
 */
public final class Cursor {
    private static final String END_OF_NAME = "\n";
    /** A key has a kilobyte (DynamoDB), and Base64 makes four bytes of three. */
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST = 2048;
    private static final String REFUSED = "must be what the page before it calls next";

    private Cursor() {}

    /** @return null after the last page, and then the answer has no such field */
    public static @Nullable String next(String listing, Optional<String> key) {
        return key.map(it -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(listing, it))).orElse(null);
    }

    /** @throws ProblemException 400, if no page of this listing has told this */
    public static Optional<String> after(String listing, @Nullable String text) {
        if (text == null) return Optional.empty();
        if (text.length() > LONGEST) throw refused();
        var told = read(text);
        var name = listing + END_OF_NAME;
        if (!told.startsWith(name)) throw refused();
        var key = told.substring(name.length());
        if (key.isEmpty() || key.getBytes(UTF_8).length > LONGEST_KEY) throw refused();
        return Optional.of(key);
    }

    private static byte[] bytes(String listing, String key) {
        return (listing + END_OF_NAME + key).getBytes(UTF_8);
    }

    private static String read(String text) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text))).toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw refused();
        }
    }

    /** For a listing whose keys have a form of their own. */
    public static ProblemException refused() {
        return ProblemException.invalid("after", REFUSED);
    }
}
