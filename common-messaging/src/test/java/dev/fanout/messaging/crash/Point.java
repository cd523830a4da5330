package dev.fanout.messaging.crash;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where a workload is disturbed. As text: {@code mails/2/17:LOST,21:DIES_AFTER}. */
record Point(String workload, int instances, SortedMap<Integer, Fault> faults) {
    static Point parse(String text) {
        var parts = text.split("/");
        var faults = new TreeMap<Integer, Fault>();
        Arrays.stream(parts[2].split(",")).map(fault -> fault.split(":")).forEach(fault ->
                faults.put(Integer.valueOf(fault[0]), Fault.valueOf(fault[1])));
        return new Point(parts[0], Integer.parseInt(parts[1]), faults);
    }

    World run(Tables tables, Supplier<Workload> workload) {
        return new World(tables, workload.get(), faults).run(instances);
    }

    @Override
    public String toString() {
        return workload + "/" + instances + "/" + faults.entrySet().stream()
                .map(Point::text)
                .collect(Collectors.joining(","));
    }

    private static String text(Map.Entry<Integer, Fault> fault) {
        return fault.getKey() + ":" + fault.getValue();
    }
}
