package dev.fanout.messaging.core;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that effects cannot be written, and once that they can again. */
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final String subscriber;
    private boolean seen;

    Outage(String subscriber) {
        this.subscriber = subscriber;
    }

    void seen(EffectsUnavailable e) {
        if (!seen)
            log.warn("{}: effects cannot be written now; nothing is lost, trying again: {}",
                    subscriber, e.getMessage());
        seen = true;
    }

    void over() {
        if (seen) log.info("{}: effects are written again", subscriber);
        seen = false;
    }
}
