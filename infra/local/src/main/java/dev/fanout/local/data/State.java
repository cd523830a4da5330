package dev.fanout.local.data;

import java.util.stream.Stream;

/** What a journal's entries add up to. */
public interface State<E> {
    /** False when the entry changes nothing, and so need not be written. */
    boolean apply(E entry);

    /** The shortest journal that leads here. */
    Stream<E> entries();
}
