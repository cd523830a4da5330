package dev.fanout.cli.console;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends this process when nobody reads any more what it writes. Other programs are ended then by SIGPIPE, which a JVM
 * ignores: it would run on unseen, with all that it has started.
 */
final class LostOutput {
    private static final int STANDARD_OUTPUT = 1;
    private static final int AN_ERROR_OR_A_HANGUP = 0x08 | 0x10;
    private static final int FOR_EVER = -1;
    private static final int FAILED = 1;

    private final AtomicBoolean ending = new AtomicBoolean();

    /** As a signal does it, by the shutdown hooks; not in this thread, which may be one of theirs and would wait. */
    void end() {
        if (ending.compareAndSet(false, true)) Thread.ofPlatform().daemon().start(() -> System.exit(FAILED));
    }

    /** Not every loss is met by writing: a system that runs well is silent for hours. */
    void watch() {
        Thread.ofPlatform().daemon().name("output-watch").start(() -> {
            if (isLostSooner()) end();
        });
    }

    /** Returns when the reader of the pipe or the terminal is gone; asked for no event, poll waits for those alone. */
    private static boolean isLostSooner() {
        try (var arena = Arena.ofConfined()) {
            // struct pollfd: int fd, short events, short revents
            var descriptor = arena.allocate(8, 4);
            descriptor.set(JAVA_INT, 0, STANDARD_OUTPUT);
            var poll = poll();
            while (true) {
                var found = (int) poll.invokeExact(descriptor, 1L, FOR_EVER);
                if (found > 0) return (descriptor.get(JAVA_SHORT, 6) & AN_ERROR_OR_A_HANGUP) != 0;
            }
        } catch (Throwable cannotBeAsked) {
            return false;
        }
    }

    private static MethodHandle poll() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("poll").orElseThrow(),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    }
}
