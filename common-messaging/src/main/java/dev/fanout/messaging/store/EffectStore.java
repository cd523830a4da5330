package dev.fanout.messaging.store;

import dev.fanout.messaging.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where effects live. Behind it is DynamoDB; before it, tests put crashes and conflicts. */
public interface EffectStore {
    /**
     * The items as they are (consistently read), each on its own: no snapshot over several.
     *
     * @param keys at most {@link Writes#MAX}
     * @throws EffectsUnavailable if they cannot be read now
     * @throws EffectsRefused if one of them never can be; it does not say which
     */
    Map<Key<?>, Loaded> load(Set<Key<?>> keys);

    /**
     * Writes all or nothing.
     *
     * @throws EffectsUnavailable if the outcome is not known; it may have been written
     */
    Outcome commit(Writes writes);

    /** @param version 0 if there is no such item */
    record Loaded(Optional<Record> item, long version) {
        public static final Loaded NOTHING = new Loaded(Optional.empty(), 0);
    }

    /** What became of a transaction. */
    sealed interface Outcome {
        record Committed() implements Outcome {}

        /** Nothing was written; the reasons are in the order of the writes. */
        record Cancelled(List<Cause> causes) implements Outcome {}

        /** Nothing was written: one of the writes breaks a rule of the API, which does not say which one. */
        record Invalid(String reason) implements Outcome {}
    }

    /** Why one write stopped the transaction. */
    sealed interface Cause {
        /** It did not. It proves nothing about the item: the check stops at the first that fails. */
        record None() implements Cause {}

        /** Its condition failed; for markers, what the row there says. */
        record Refused(Optional<MarkerValue> there) implements Cause {}

        /** Another transaction was at the same item. */
        record Contended() implements Cause {}

        /** Too much at once. */
        record Throttled() implements Cause {}

        /** The item itself cannot be written. */
        record Unwritable(String reason) implements Cause {}
    }
}
