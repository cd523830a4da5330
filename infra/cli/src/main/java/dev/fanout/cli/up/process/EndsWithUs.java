package dev.fanout.cli.up.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a program end with this process, whatever ends this one, kill -9 included. A shell beside the program waits
 * for the end of a pipe: its other end is the standard input that the JVM holds for a child, and nobody else has it.
 */
final class EndsWithUs {
    /**
     * Ctrl-C and a closed terminal reach every process of the terminal at once. Only this command may take them,
     * because it ends the others in their order; that they ignore them, they inherit across exec.
     */
    private static final String START = """
            trap '' INT HUP
            exec 3<&0 </dev/null
            (trap '' TERM; exec /bin/sh -c "$1" fanout-watch $$) <&3 3<&- >/dev/null 2>&1 &
            exec 3<&-
            shift
            exec "$@"
            """;

    /** The pipe ends too when the program does: then there is nobody to kill, and its number is not yet another's. */
    private static final String WATCH = """
            read -r _
            kill -TERM "$1" || exit
            tenths=80
            while kill -0 "$1"; do
              tenths=$((tenths - 1))
              [ $tenths -gt 0 ] || { kill -KILL "$1"; exit; }
              sleep 0.1
            done
            """;

    private EndsWithUs() {}

    /** The shell becomes the program: both have one process number. */
    static List<String> command(List<String> program) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", START, "sh", WATCH));
        command.addAll(program);
        return command;
    }
}
