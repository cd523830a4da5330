package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.messaging.Key;
import java.util.Optional;
import java.util.Set;

/**
 * A readable delivery on its way to its effect.
 *
 * @param index in the list that was received
 * @param markerId subscriber and event id: the key of the marker
 * @param items what the projection folds it into
 * @param businessId subscriber and business key, where the projection names one
 * @param hash of the decoded event
 * @param markerOnly another event did the same business fact already: only the marker is left to write
 */
record Work(
        int index,
        Delivery delivery,
        Event event,
        String markerId,
        Set<Key<?>> items,
        Optional<String> businessId,
        String hash,
        boolean markerOnly) {

    Work touching(Set<Key<?>> touched, Optional<String> fact) {
        return new Work(index, delivery, event, markerId, touched, fact, hash, markerOnly);
    }

    Work withMarkerOnly() {
        return new Work(index, delivery, event, markerId, Set.of(), Optional.empty(), hash, true);
    }
}
