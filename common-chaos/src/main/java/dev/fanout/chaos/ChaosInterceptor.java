package dev.fanout.chaos;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import dev.fanout.messaging.Handler;
import dev.fanout.messaging.Key;
import dev.fanout.messaging.Projection;
import dev.fanout.messaging.Repetitions;
import dev.fanout.messaging.State;
import dev.fanout.messaging.pipeline.Interceptor;
import dev.fanout.messaging.pipeline.Receiver;
import dev.fanout.messaging.publish.Publishing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Puts faults around handlers, receivers and outboxes whose own code knows nothing of it. */
final class ChaosInterceptor implements Interceptor {
    private final Chaos chaos;
    private final EventCodec codec;
    private final Duration slowFor;
    private final EndOfWork end;

    ChaosInterceptor(Chaos chaos, EventCodec codec, Duration slowFor, EndOfWork end) {
        this.chaos = chaos;
        this.codec = codec;
        this.slowFor = slowFor;
        this.end = end;
    }

    @Override
    public Handler<Event> around(Handler<Event> handler) {
        return switch (handler) {
            case Projection<Event> projection -> new ChaoticProjection(projection);
            case Action<Event> action -> new ChaoticAction(action);
        };
    }

    @Override
    public Receiver around(Receiver receiver) {
        return new ChaoticReceiver(receiver, chaos, end);
    }

    @Override
    public Publishing around(Publishing publishing) {
        return new ChaoticPublishing(publishing, chaos);
    }

    private void before(Event event) throws InterruptedException {
        var text = codec.write(event);
        if (chaos.strikes(Fault.SLOW, text)) Thread.sleep(slowFor);
        if (chaos.strikes(Fault.FAIL, text)) throw new IllegalStateException("chaos: fail");
    }

    private final class ChaoticProjection implements Projection<Event> {
        private final Projection<Event> projection;

        ChaoticProjection(Projection<Event> projection) {
            this.projection = projection;
        }

        @Override
        public Set<Key<?>> itemsOf(Event event) {
            return projection.itemsOf(event);
        }

        @Override
        public Changes fold(State state, Event event) {
            try {
                before(event);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while slow", e);
            }
            return projection.fold(state, event);
        }

        @Override
        public Optional<Repetitions<Event>> repetitions() {
            return projection.repetitions();
        }

        @Override
        public Optional<String> businessKey(Event event) {
            return projection.businessKey(event);
        }
    }

    private final class ChaoticAction implements Action<Event> {
        private final Action<Event> action;

        ChaoticAction(Action<Event> action) {
            this.action = action;
        }

        @Override
        public Changes perform(Event event) throws Exception {
            before(event);
            var changes = action.perform(event);
            chaos.crashIf(Fault.CRASH_BEFORE_NOTE, codec.write(event));
            return changes;
        }
    }
}
