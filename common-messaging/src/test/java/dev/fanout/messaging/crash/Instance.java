package dev.fanout.messaging.crash;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import java.util.List;

/** A pipeline with what it remembers; gone with its process. */
@FunctionalInterface
interface Instance {
    List<Disposition> receive(List<Delivery> deliveries) throws Exception;
}
