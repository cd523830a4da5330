package dev.fanout.messaging;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A bounded part of a listing.
 *
 * @param items may be fewer than were asked for, even none, although there are more
 * @param next where the next page begins; nothing after the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** @return the same place, with other items */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }

    /** One page after the other, of which one at a time is held. */
    public static <T> void walk(Span all, Function<Span, Page<T>> read, Consumer<T> each) {
        var span = Optional.of(all);
        while (span.isPresent()) {
            var page = read.apply(span.get());
            page.items.forEach(each);
            span = page.next.isEmpty() ? Optional.empty() : Optional.of(all.goingOn(page.next));
        }
    }
}
