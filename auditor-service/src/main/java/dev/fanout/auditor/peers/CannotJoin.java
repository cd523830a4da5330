package dev.fanout.auditor.peers;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nobody can be reached, and nobody can reach this auditor. The message has all causes: JGroups hides the first. */
final class CannotJoin extends RuntimeException {
    CannotJoin(String address, Exception cause) {
        super("no way to its peers from " + address + ": " + causes(cause), cause);
    }

    private static String causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .collect(Collectors.joining(", because of "));
    }
}
