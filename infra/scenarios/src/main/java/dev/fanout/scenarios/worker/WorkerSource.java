package dev.fanout.scenarios.worker;

import dev.fanout.topology.Fanout;
import dev.fanout.topology.Topic;

/** What a worker listens to. */
public enum WorkerSource {
    WORK(Fanout.WORK_EVENTS, false),
    WORK_IN_ORDER(Fanout.WORK_EVENTS_IN_ORDER, true),
    /** Through a standard queue: a view counts once by its id, in whatever order. */
    VIEWS(Fanout.VIEW_EVENTS, false),
    ORDERS(Fanout.ORDER_EVENTS, false);

    private final Topic topic;
    private final boolean inOrder;

    WorkerSource(Topic topic, boolean inOrder) {
        this.topic = topic;
        this.inOrder = inOrder;
    }

    public Topic topic() {
        return topic;
    }

    boolean inOrder() {
        return inOrder;
    }
}
