package dev.fanout.local;

import dev.fanout.local.data.UnusableData;
import java.util.concurrent.CountDownLatch;

/**
 * The local stack as a program of its own. On JDK 25 the actor library makes the JVM warn of an old API; the
 * flag {@code --sun-misc-unsafe-memory-access=allow}, which a manifest cannot carry, keeps it silent.
 */
final class LocalStackMain {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private LocalStackMain() {}

    public static void main(String[] args) throws InterruptedException {
        switch (CommandLine.parse(args)) {
            case CommandLine.Help help -> System.out.println(help.text());
            case CommandLine.Misuse misuse -> exit(MISUSED, misuse.reason() + ". --help tells more.");
            case CommandLine.Run run -> run(run.settings());
        }
    }

    private static void run(LocalStackSettings settings) throws InterruptedException {
        Logs.quiet();
        try {
            var stack = LocalStack.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            var found = stack.found();
            if (found != null) System.out.println(told(found, settings));
            System.out.printf(
                    "Local AWS is ready: SNS, SQS and DynamoDB at %s, SMTP at localhost:%d%n",
                    stack.endpoint(), stack.smtpPort());
        } catch (PortTaken e) {
            exit(FAILED, advice(e));
        } catch (UnusableData e) {
            exit(FAILED, String.valueOf(e.getMessage()));
        }
        untilKilled();
    }

    private static String told(FoundData found, LocalStackSettings settings) {
        return found.nothing()
                ? "Nothing in %s yet: all will be kept there.".formatted(settings.data())
                : "Found in %s: %s".formatted(settings.data(), found);
    }

    private static String advice(PortTaken taken) {
        return """
                Port %d is taken, perhaps by another local stack. `lsof -i :%1$d` shows by whom: \
                end it, or choose another port (--port, --smtp-port).""".formatted(taken.port());
    }

    private static void untilKilled() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void exit(int code, String reason) {
        System.err.println(reason);
        System.exit(code);
    }
}
