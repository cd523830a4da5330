package dev.fanout.local.sns;

import org.jspecify.annotations.Nullable;

/** One operation of the API. */
@FunctionalInterface
interface Action {
    /** The inside of the result element; null where the operation has no such element. */
    @Nullable String perform(SnsRequest request);
}
