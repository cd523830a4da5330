package dev.fanout.cli.up;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.fanout.cli.up.process.OrphanProcesses;
import dev.fanout.cli.up.process.OrphanProcesses.Blocker;
import dev.fanout.cli.up.process.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Says before anything is started which ports are taken, by whom perhaps, and what to do about it. */
record PortCheck(OrphanProcesses orphans) {

    private static final String HOW_TO_FIND_OUT =
            "To see by whom: ss -ltnp 'sport = :%1$d', on macOS: lsof -nP -iTCP:%1$d -sTCP:LISTEN";

    private record Taken(int port, Program program) {}

    /** Nothing, when all is well. */
    List<String> complaints(Plan plan) {
        var taken = plan.programs().stream()
                .flatMap(program -> program.ports().stream().map(port -> new Taken(port, program)))
                .filter(each -> Ports.isTaken(each.port()))
                .toList();
        if (taken.isEmpty()) return List.of();
        var lines = new ArrayList<String>();
        var byCause = taken.stream().collect(groupingBy(this::cause, LinkedHashMap::new, toList()));
        byCause.forEach((cause, ports) -> {
            lines.add("Taken: " + ports.stream().map(PortCheck::name).collect(joining(", ")) + ".");
            lines.add("  " + cause);
        });
        lines.add("Nothing was started. " + remedy(plan, taken));
        return lines;
    }

    private static String name(Taken taken) {
        return "port %d, which %s needs".formatted(taken.port(), taken.program().name());
    }

    private String cause(Taken taken) {
        return orphans.blocking(taken.program())
                .map(blocker -> told(blocker, taken.program()))
                .orElseGet(() -> usualSuspect(taken.port()) + HOW_TO_FIND_OUT.formatted(taken.port()));
    }

    private static String told(Blocker blocker, Program program) {
        var pid = blocker.process().pid();
        return blocker.isUp()
                ? "Another ./fanout up has it: stop that with Ctrl-C, or: kill " + pid
                : "A %s without its ./fanout up has it (pid %d). To end it: kill %2$d".formatted(program.name(), pid);
    }

    private static String usualSuspect(int port) {
        return switch (port) {
            case Plan.LOCAL_PORT -> "Perhaps by LocalStack or another stand-in for AWS. ";
            case Plan.SMTP_PORT -> "Perhaps by another mail server for tests. ";
            default -> "";
        };
    }

    private static String remedy(Plan plan, List<Taken> taken) {
        var blocked = taken.stream().map(Taken::program).collect(toSet());
        var free = plan.services().stream().filter(service -> !blocked.contains(service)).toList();
        var stackIsBlocked = !plan.services().containsAll(blocked);
        if (free.isEmpty() || stackIsBlocked) return "Free the port and try again.";
        return "Free the port, or start only the others: ./fanout up --only "
                + free.stream().map(Program::name).collect(joining(","));
    }
}
