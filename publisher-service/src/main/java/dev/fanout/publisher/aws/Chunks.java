package dev.fanout.publisher.aws;

import dev.fanout.events.Announcement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts announcements into what one PublishBatch takes, in their order. */
final class Chunks {
    static final int MAX_ENTRIES = 10;
    /** Of all entries together, attributes included. */
    static final int MAX_BYTES = 256 * 1024;

    private Chunks() {}

    static List<List<Announcement>> of(List<Announcement> announcements) {
        var chunks = new ArrayList<List<Announcement>>();
        var chunk = new ArrayList<Announcement>();
        int bytes = 0;
        for (var announcement : announcements) {
            var more = bytes(announcement);
            if (chunk.size() == MAX_ENTRIES || (!chunk.isEmpty() && bytes + more > MAX_BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(announcement);
            bytes += more;
        }
        if (!chunk.isEmpty()) chunks.add(chunk);
        return chunks;
    }

    private static int bytes(Announcement announcement) {
        return announcement.attributes().entrySet().stream()
                .mapToInt(a -> utf8(a.getKey()) + utf8("String") + utf8(a.getValue()))
                .reduce(utf8(announcement.body()), Integer::sum);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
