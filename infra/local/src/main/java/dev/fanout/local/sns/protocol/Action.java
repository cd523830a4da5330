package dev.fanout.local.sns.protocol;

import org.jspecify.annotations.Nullable;

/** One operation of the API. */
@FunctionalInterface
public interface Action {
    /** The inside of the result element; null where the operation has no such element. */
    @Nullable String perform(SnsRequest request);
}
