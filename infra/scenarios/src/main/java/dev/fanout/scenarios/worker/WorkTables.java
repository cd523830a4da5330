package dev.fanout.scenarios.worker;

import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Counter;
import dev.fanout.messaging.Key;
import dev.fanout.topology.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What workers keep. */
public final class WorkTables {
    public static final Table TABLE =
            new Table("work", new Table.Keys("pk", Optional.of("sk")), Optional.empty(), List.of());

    /** The partition with a counter for each piece. */
    public static final String PIECES = "pieces";

    public static final String DONE = "done";

    private WorkTables() {}

    /** The pieces of one group, as they were done. */
    public record Group(List<String> ids) {
        static final Group NONE = new Group(List.of());

        Group with(String id) {
            var more = new ArrayList<>(ids);
            more.add(id);
            return new Group(List.copyOf(more));
        }
    }

    /** What an action keeps of one event. */
    public record Kept(String id) {}

    public static Key<Group> group(String name) {
        return new Key<>(TABLE, "groups", name, Group.class);
    }

    static Key<Kept> kept(String eventId) {
        return new Key<>(TABLE, "kept", eventId, Kept.class);
    }

    /** One more for the piece. Adding is not idempotent: done twice, it shows. */
    static Changes doneOnceMore(String piece) {
        return Changes.NONE.add(new Counter(TABLE, PIECES, piece), DONE, 1);
    }
}
