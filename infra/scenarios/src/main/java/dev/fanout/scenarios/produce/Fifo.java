package dev.fanout.scenarios.produce;

import dev.fanout.events.OutboundMessage;

/** What keeps an order says so at the end of its name. */
final class Fifo {
    private Fifo() {}

    static boolean is(String name) {
        return name.endsWith(".fifo");
    }

    /** Without a group of its own, a message is one by itself. */
    static String group(OutboundMessage said) {
        return said.group().orElse(said.deduplicationId());
    }
}
