package dev.fanout.web.body;

import dev.fanout.web.FieldError;
import dev.fanout.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** JSON is UTF-8 (RFC 8259, section 8.1); Jackson would guess at other encodings from the first bytes. */
final class Utf8JsonConverter extends JacksonJsonHttpMessageConverter {
    Utf8JsonConverter(JsonMapper json) {
        super(json);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        var charset = media == null ? null : media.getCharset();
        return (charset == null || charset.equals(StandardCharsets.UTF_8)) && super.canRead(type, media);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var body = message.getBody().readAllBytes();
        if (!isUtf8(body)) throw ProblemException.invalid(FieldError.BODY, "must be JSON in UTF-8");
        return super.read(type, new Read(message.getHeaders(), new ByteArrayInputStream(body)), hints);
    }

    /** Latin letters in UTF-16 and UTF-32 would be good UTF-8, but for the zeros between them. */
    private static boolean isUtf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars().noneMatch(c -> c == 0);
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
