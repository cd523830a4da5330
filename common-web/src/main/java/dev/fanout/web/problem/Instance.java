package dev.fanout.web.problem;

import java.net.URI;
import java.net.URISyntaxException;

/** Which request a problem is about. Clients choose their paths, and not every path is a URI. */
final class Instance {
    private static final int LONGEST = 200;

    private Instance() {}

    static URI of(String path) {
        var rooted = "/" + path.replaceFirst("^/+", "");
        try {
            return new URI(rooted.substring(0, Math.min(LONGEST, rooted.length())));
        } catch (URISyntaxException _) {
            return URI.create("/");
        }
    }
}
