package dev.fanout.messaging.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which points of a workload are tried: all, or as many as there is time for, the same ones each time. */
final class Points {
    private static final String CHOICE = System.getProperty("fanout.crashpoints", "some");
    private static final int SEED = 20261124;
    /** Of each workload, alone and with a second instance, when not all are asked for. */
    private static final int SOME = 6;
    private static final int PAIRS = 150;

    private Points() {}

    /** @param calls of the undisturbed run: what can happen at each */
    static List<Point> of(String workload, int instances, List<Set<Fault>> calls) {
        if (CHOICE.contains("/")) return chosen(workload, instances);
        var all = CHOICE.equals("all");
        int some = CHOICE.matches("\\d+") ? Integer.parseInt(CHOICE) : SOME;
        var random = new Random(SEED);
        var singles = singles(workload, instances, calls);
        if (CHOICE.matches("[A-Z_]+")) return only(Fault.valueOf(CHOICE), singles);
        Collections.shuffle(singles, random);
        var points = new ArrayList<>(all ? singles : singles.subList(0, Math.min(some, singles.size())));
        for (int i = 0; i < (all ? PAIRS : some / 4); i++) points.add(pair(workload, instances, calls, random));
        return points;
    }

    private static List<Point> chosen(String workload, int instances) {
        var point = Point.parse(CHOICE);
        return point.workload().equals(workload) && point.instances() == instances ? List.of(point) : List.of();
    }

    private static List<Point> only(Fault fault, List<Point> points) {
        return points.stream().filter(point -> point.faults().containsValue(fault)).toList();
    }

    private static List<Point> singles(String workload, int instances, List<Set<Fault>> calls) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < calls.size(); i++)
            for (var fault : calls.get(i))
                points.add(new Point(workload, instances, new TreeMap<>(Map.of(i + 1, fault))));
        return points;
    }

    /** The second one hits a run that the first has changed: it may find another call there, or none. */
    private static Point pair(String workload, int instances, List<Set<Fault>> calls, Random random) {
        var faults = new TreeMap<Integer, Fault>();
        IntStream.range(0, 2).map(_ -> random.nextInt(calls.size())).forEach(at -> {
            var possible = calls.get(at).stream().sorted().toList();
            faults.put(at + 1, possible.get(random.nextInt(possible.size())));
        });
        return new Point(workload, instances, faults);
    }
}
