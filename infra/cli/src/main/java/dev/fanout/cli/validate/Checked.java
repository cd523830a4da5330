package dev.fanout.cli.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing of the topology, as it is.
 *
 * @param differences none of what is missing altogether
 */
record Checked(String kind, String name, boolean there, List<Difference> differences) {
    static final String NOTHING = "nothing";

    record Difference(String what, String wanted, String found) {

        static Optional<Difference> between(String what, String wanted, String found) {
            return wanted.equals(found) ? Optional.empty() : Optional.of(new Difference(what, wanted, found));
        }

        /** Attributes that are not wanted may be as they like. */
        static List<Difference> between(Map<String, String> wanted, Map<String, String> found) {
            var differences = new ArrayList<Difference>();
            wanted.forEach((name, value) ->
                    between(name, value, found.getOrDefault(name, NOTHING)).ifPresent(differences::add));
            return differences;
        }
    }

    static Checked missing(String kind, String name) {
        return new Checked(kind, name, false, List.of());
    }

    static Checked found(String kind, String name, List<Difference> differences) {
        return new Checked(kind, name, true, List.copyOf(differences));
    }

    boolean right() {
        return there && differences.isEmpty();
    }
}
