package dev.fanout.testing;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made at first use: most tests need one client, and each costs a part of a second. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        var known = made;
        if (known != null) return known;
        var fresh = make.get();
        made = fresh;
        return fresh;
    }

    synchronized Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
