package dev.fanout.messaging.listing;

import dev.fanout.messaging.Saturated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The largest of many, the largest first, and what the others come to. */
public record Largest<T extends Ranked>(List<T> items, Others others) {

    public Largest<T> first(int limit) {
        if (items.size() <= limit) return this;
        var rest = others;
        for (var item : items.subList(limit, items.size())) rest = rest.and(item);
        return new Largest<>(items.subList(0, limit), rest);
    }

    /** Of all of them, listed or not. */
    public long total() {
        var listed = items.stream().mapToLong(Ranked::size);
        return Saturated.sum(LongStream.concat(LongStream.of(others.sum()), listed));
    }

    public long entries() {
        return items.size() + others.entries();
    }

    /** By name, the largest first. */
    public Map<String, Long> sizes() {
        var sizes = new LinkedHashMap<String, Long>();
        items.forEach(item -> sizes.put(item.name(), item.size()));
        return sizes;
    }
}
