package dev.fanout.messaging.retry;

import dev.fanout.messaging.pipeline.Disposition;
import dev.fanout.messaging.store.EffectsUnavailable;
import java.util.List;

/**
 * How often an event was tried and failed, kept over restarts. Receives are no measure: see {@link Disposition.Retry}.
 */
public interface Attempts {
    /**
     * One more failed attempt. After a parking it starts anew: whoever brings the event back wants it tried.
     *
     * @return failed attempts so far, this one included
     * @throws EffectsUnavailable if it cannot be written down now
     */
    int failed(String markerId, String error);

    /** The event leaves for the dead-letter queue. */
    void parked(String markerId);

    /** These are done; those of them that had failed before did so after all. */
    void settled(List<String> markerIds);
}
