package dev.fanout.messaging.core;

import dev.fanout.events.Event;
import dev.fanout.messaging.Handler;

/** What may come between a queue, the pipeline and a handler. Neither of the three knows of it. */
public interface Interceptor {
    Interceptor NONE = new Interceptor() {
        @Override
        public Handler<Event> around(Handler<Event> handler) {
            return handler;
        }

        @Override
        public Receiver around(Receiver receiver) {
            return receiver;
        }
    };

    /** Of the same kind as the one it is around. */
    Handler<Event> around(Handler<Event> handler);

    Receiver around(Receiver receiver);
}
