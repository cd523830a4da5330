package dev.fanout.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work for whoever tries the machinery itself: scenarios and benchmarks. No service of the suite hears it.
 *
 * @param id which piece: two events of one piece are the same fact
 * @param work what is to be done, for people who read along
 * @param group on a FIFO topic, the pieces that keep their order; without it a piece is a group of its own
 * @param poison whether its worker shall choke on it
 */
public record WorkRequested(
        UUID eventId, String id, String work, @Nullable String group, @Nullable Boolean poison, Instant timestamp)
        implements Event {

    public WorkRequested {
        RequiredFields.eventId(eventId);
        RequiredFields.text(id, "id");
        RequiredFields.text(work, "work");
        RequiredFields.wellFormed(group, "group");
        RequiredFields.time(timestamp);
    }

    public boolean chokesItsWorker() {
        return Boolean.TRUE.equals(poison);
    }
}
