package dev.fanout.auditor.anomaly;

import dev.fanout.auditor.window.Window;
import dev.fanout.messaging.Saturated;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often something looked wrong about a host, and examples: the worst first, of equals the newest.
 *
 * @param examples at most {@link #EXAMPLES}
 */
public record Finding(long count, List<Example> examples) {
    static final Finding NONE = new Finding(0, List.of());

    static final int EXAMPLES = 5;
    private static final int LONGEST = 64;

    /**
     * @param times how often this very thing was seen
     * @param window of the view
     */
    public record Example(String text, long times, Instant window) {
        /** A host may call its contents as it likes; here it is cut. */
        public static Example of(String text, long times, Instant window) {
            return new Example(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, times, window);
        }
    }

    Finding and(long more, Example newest) {
        var others = examples.stream().filter(known -> !known.text.equals(newest.text));
        var worst = Stream.concat(Stream.of(newest), others)
                .sorted(Comparator.comparingLong(Example::times).reversed())
                .limit(EXAMPLES)
                .toList();
        return new Finding(Saturated.sum(count, more), worst);
    }

    /** Some of it was no more than a semblance. */
    Finding less(long times, String text) {
        return new Finding(count - times, examples.stream().filter(known -> !known.text.equals(text)).toList());
    }

    public List<String> texts() {
        return examples.stream().map(Example::text).toList();
    }

    List<String> textsIn(Window window) {
        return examples.stream().filter(example -> window.has(example.window)).map(Example::text).toList();
    }
}
