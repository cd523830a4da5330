package dev.fanout.chaos;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** When a fault strikes. Written as {@code every 3}, {@code once 3}, {@code rate 0.1} or {@code containing poison}. */
sealed interface Trigger {
    /** The forms there are, for whoever wrote another. */
    String FORMS = "'every N', 'once N' (the Nth alone), 'rate R' (0 to 1) or 'containing TEXT'";

    /** @param message the JSON text of the event, or what came instead of one */
    boolean strikes(String message);

    /** The Nth message, and then each Nth. */
    record Every(long n, AtomicLong seen) implements Trigger {
        @Override
        public boolean strikes(String message) {
            return seen.incrementAndGet() % n == 0;
        }

        @Override
        public String toString() {
            return "every " + n;
        }
    }

    /** The Nth message, and no other. */
    record Once(long n, AtomicLong seen) implements Trigger {
        @Override
        public boolean strikes(String message) {
            return seen.incrementAndGet() == n;
        }

        @Override
        public String toString() {
            return "once " + n;
        }
    }

    /** Any message, with this probability. */
    record Rate(double rate, RandomGenerator random) implements Trigger {
        @Override
        public boolean strikes(String message) {
            return random.nextDouble() < rate;
        }

        @Override
        public String toString() {
            return "rate " + rate;
        }
    }

    /** Messages with this text in their JSON. */
    record Containing(String text) implements Trigger {
        @Override
        public boolean strikes(String message) {
            return message.contains(text);
        }

        @Override
        public String toString() {
            return "containing " + text;
        }
    }

    /** @throws IllegalArgumentException with what would do, for a text that says none of them */
    static Trigger parse(String text) {
        var words = text.strip().split("\\s+", 2);
        if (words.length < 2) throw new IllegalArgumentException("'%s' should be %s".formatted(text, FORMS));
        try {
            return switch (words[0]) {
                case "every" -> new Every(positive(words[1]), new AtomicLong());
                case "once" -> new Once(positive(words[1]), new AtomicLong());
                case "rate" -> new Rate(share(words[1]), RandomGenerator.getDefault());
                case "containing" -> new Containing(words[1]);
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("'%s' should be %s".formatted(text, FORMS));
        }
    }

    private static long positive(String number) {
        var n = Long.parseLong(number);
        if (n < 1) throw new NumberFormatException();
        return n;
    }

    private static double share(String number) {
        var rate = Double.parseDouble(number);
        if (!(rate >= 0 && rate <= 1)) throw new NumberFormatException();
        return rate;
    }
}
