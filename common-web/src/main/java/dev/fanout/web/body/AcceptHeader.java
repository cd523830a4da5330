package dev.fanout.web.body;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What a client accepts, without parameters: an answer is always UTF-8, and a charset that cannot be written must not
 * be found out after the work is done.
 */
final class AcceptHeader implements ContentNegotiationStrategy {
    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var values = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (values == null) return MEDIA_TYPE_ALL_LIST;
        try {
            var asked = MediaType.parseMediaTypes(Arrays.asList(values));
            if (asked.isEmpty()) return MEDIA_TYPE_ALL_LIST;
            MimeTypeUtils.sortBySpecificity(asked);
            return wanted(asked);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw new HttpMediaTypeNotAcceptableException("Accept is no list of media types: " + e.getMessage());
        }
    }

    private static List<MediaType> wanted(List<MediaType> asked) throws HttpMediaTypeNotAcceptableException {
        var wanted = asked.stream()
                // "not acceptable" (RFC 9110, section 12.4.2)
                .filter(type -> type.getQualityValue() > 0)
                .map(type -> new MediaType(type, Map.of("q", String.valueOf(type.getQualityValue()))))
                .toList();
        if (wanted.isEmpty()) throw new HttpMediaTypeNotAcceptableException("Accept excludes everything");
        return wanted;
    }
}
