package dev.fanout.local;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the program was asked to do. */
sealed interface CommandLine {
    /** Start, and stay. */
    record Run(LocalStackSettings settings) implements CommandLine {}

    /** Explain. */
    record Help(String text) implements CommandLine {}

    /** Nothing that could be done. */
    record Misuse(String reason) implements CommandLine {}

    String USAGE = """
            SNS, SQS, DynamoDB and SMTP on this machine.

              --port N           for SNS, SQS and DynamoDB (default 4566)
              --smtp-port N      for mail (default 3025)
              --host ADDRESS     to listen on (default 127.0.0.1; there are no permissions: in a container, 0.0.0.0)
              --allow-host NAME  under which it is reached, beside localhost; may be repeated, * is all
              --data DIR         keep everything in DIR, over restarts and crashes (default: in memory)
              --help             this text

            0 means any free port. Then, for every AWS client: AWS_ENDPOINT_URL=http://localhost:4566""";

    static CommandLine parse(String... args) {
        var rest = new ArrayDeque<>(List.of(args));
        var host = LocalStackSettings.DEFAULT.host();
        int port = LocalStackSettings.DEFAULT.port();
        int smtpPort = LocalStackSettings.DEFAULT.smtpPort();
        var allowed = new TreeSet<String>();
        Path data = null;
        try {
            while (!rest.isEmpty()) {
                var option = rest.pop();
                switch (option) {
                    case "--help" -> { return new Help(USAGE); }
                    case "--port" -> port = port(option, rest.poll());
                    case "--smtp-port" -> smtpPort = port(option, rest.poll());
                    case "--host" -> host = address(option, rest.poll());
                    case "--allow-host" -> allowed.add(value(option, rest.poll(), "a name").toLowerCase(Locale.ROOT));
                    case "--data" -> data = Path.of(value(option, rest.poll(), "a folder"));
                    default -> { return new Misuse("Unknown option " + option); }
                }
            }
        } catch (IllegalArgumentException e) {
            return new Misuse(String.valueOf(e.getMessage()));
        }
        return new Run(new LocalStackSettings(host, port, smtpPort, Set.copyOf(allowed), data));
    }

    private static String address(String option, @Nullable String value) {
        // A name could stand for several.
        return InetAddress.ofLiteral(value(option, value, "an address")).getHostAddress();
    }

    private static String value(String option, @Nullable String value, String what) {
        // A forgotten folder would make one of the next option's name.
        if (value == null || value.isBlank() || value.startsWith("--"))
            throw new IllegalArgumentException("%s needs %s".formatted(option, what));
        return value;
    }

    private static int port(String option, @Nullable String value) {
        if (value == null || !value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535)
            throw new IllegalArgumentException("%s needs a port from 0 to 65535, not %s"
                    .formatted(option, value == null ? "nothing" : value));
        return Integer.parseInt(value);
    }
}
