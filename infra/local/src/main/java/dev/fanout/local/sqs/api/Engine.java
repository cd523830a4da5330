package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The engine behind the API: it answers calls in its own way, and keeps with each queue what we tell it to. */
public interface Engine extends Sqs {
    /** Makes a queue, in one step with what is kept with it. */
    ObjectNode create(SqsCall call, Map<String, String> kept);

    /** What is kept with the queue; empty where there is no such queue. */
    Optional<Map<String, String>> kept(String queue);

    void keep(String queue, Map<String, String> changed, Collection<String> removed);

    /** Its messages stay from now on, however often they are received. */
    void endRedrive(String queue);

    void deduplicateByContent(String queue, boolean on);
}
