package dev.fanout.messaging.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What does not hold at a crash point, in sentences. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    void unless(boolean holds, String problem) {
        if (!holds) add(problem);
    }

    void same(Object is, Object shallBe, String what) {
        unless(Objects.equals(is, shallBe), what + " is " + is + ", not " + shallBe);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
