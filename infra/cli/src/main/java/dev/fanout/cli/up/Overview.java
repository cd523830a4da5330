package dev.fanout.cli.up;

import dev.fanout.cli.console.Table;
import dev.fanout.cli.up.process.MergedLog;
import dev.fanout.cli.up.process.ProcessMemory;
import dev.fanout.cli.up.process.RunningProgram;
import dev.fanout.cli.up.process.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What runs where, what that took, and what to try. */
record Overview(List<Starter.Ready> ready, Duration total) {
    private static final long OWN_PID = ProcessHandle.current().pid();

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(table().lines());
        lines.add("");
        lines.add("  Ready after %s, with %s of memory. Ctrl-C stops all."
                .formatted(Units.seconds(total), Units.megabytes(memoryOfAll())));
        lines.add("");
        lines.addAll(Suggestions.of(ready.stream().map(each -> each.program().name()).toList()));
        lines.add("");
        return lines;
    }

    private Table table() {
        var table = new Table("name", "port", "pid", "ready after", "memory", "health");
        ready.forEach(each -> addTo(table, each.program(), each.after()));
        return table.row(MergedLog.SELF, "", OWN_PID, "", Units.megabytes(ProcessMemory.resident(OWN_PID)), "");
    }

    private static void addTo(Table table, RunningProgram running, Duration readyAfter) {
        var program = running.program();
        var ports = String.join(", ", program.ports().stream().map(String::valueOf).toList());
        var memory = Units.megabytes(ProcessMemory.resident(running.pid()));
        table.row(program.name(), ports, running.pid(), Units.seconds(readyAfter), memory, program.health());
    }

    private OptionalLong memoryOfAll() {
        var pids = Stream.concat(ready.stream().map(each -> each.program().pid()), Stream.of(OWN_PID));
        var known = pids.map(ProcessMemory::resident).flatMapToLong(OptionalLong::stream).toArray();
        return known.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(known).sum());
    }
}
