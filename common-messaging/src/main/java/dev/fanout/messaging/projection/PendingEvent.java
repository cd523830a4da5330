package dev.fanout.messaging.projection;

import dev.fanout.events.Event;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.store.MarkerValue;
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
 * @param repetition the event is done; what is left to do is to note that it was sent again
 */
public record PendingEvent(
        int index,
        Delivery delivery,
        Event event,
        String markerId,
        Set<Key<?>> items,
        Optional<String> businessId,
        String hash,
        boolean markerOnly,
        boolean repetition) {

    PendingEvent touching(Set<Key<?>> touched, Optional<String> fact) {
        return new PendingEvent(index, delivery, event, markerId, touched, fact, hash, markerOnly, repetition);
    }

    PendingEvent withMarkerOnly() {
        return new PendingEvent(index, delivery, event, markerId, Set.of(), Optional.empty(), hash, true, repetition);
    }

    /** With a marker of its own, by the message: another message of the same event is another repetition. */
    PendingEvent asRepetition(Set<Key<?>> touched) {
        var own = markerId + "#" + delivery.messageId();
        return new PendingEvent(index, delivery, event, own, touched, Optional.empty(), hash, false, true);
    }

    MarkerValue markerValue() {
        return new MarkerValue(hash, delivery.messageId());
    }
}
