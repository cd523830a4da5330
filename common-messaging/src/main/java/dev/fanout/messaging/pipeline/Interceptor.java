package dev.fanout.messaging.pipeline;

import dev.fanout.events.Event;
import dev.fanout.messaging.Handler;
import dev.fanout.messaging.publish.Publishing;

/** What may come between a queue, the pipeline and a handler, or an outbox and its topic. None of them knows of it. */
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

        @Override
        public Publishing around(Publishing publishing) {
            return publishing;
        }
    };

    /** Of the same kind as the one it is around. */
    Handler<Event> around(Handler<Event> handler);

    Receiver around(Receiver receiver);

    /** What an outbox publishes by: when it returns, the outbox marks what was taken. */
    Publishing around(Publishing publishing);
}
