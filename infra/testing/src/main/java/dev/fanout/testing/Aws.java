package dev.fanout.testing;

import dev.fanout.local.LocalStack;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** An AWS for tests, or why there is none. */
sealed interface Aws {
    /**
     * @param name as people know it
     * @param stack the embedded one, which can be frozen
     */
    record Found(String name, URI endpoint, Set<Capability> capabilities, Optional<LocalStack> stack) implements Aws {}

    /** @param reason half a sentence */
    record Missing(String reason) implements Aws {}
}
