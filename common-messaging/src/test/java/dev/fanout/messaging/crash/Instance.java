package dev.fanout.messaging.crash;

import dev.fanout.messaging.core.Delivery;
import dev.fanout.messaging.core.Verdict;
import java.util.List;

/** A pipeline with what it remembers; gone with its process. */
@FunctionalInterface
interface Instance {
    List<Verdict> receive(List<Delivery> deliveries) throws Exception;
}
