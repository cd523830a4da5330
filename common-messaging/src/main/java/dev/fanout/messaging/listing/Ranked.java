package dev.fanout.messaging.listing;

import java.util.Comparator;

/** Something that has a name and a size. */
public interface Ranked {
    Comparator<Ranked> LARGEST_FIRST =
            Comparator.comparingLong(Ranked::size).reversed().thenComparing(Ranked::name);

    String name();

    long size();
}
