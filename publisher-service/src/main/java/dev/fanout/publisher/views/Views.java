package dev.fanout.publisher.views;

import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.events.ViewRecorded;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Publishes views and answers when SNS has them. */
@Component
class Views {
    private final ViewDispatcher dispatcher;
    private final EventCodec codec;
    private final ViewSettings settings;

    Views(ViewDispatcher dispatcher, EventCodec codec, ViewSettings settings) {
        this.dispatcher = dispatcher;
        this.codec = codec;
        this.settings = settings;
    }

    /** What became of views. */
    sealed interface Outcome {
        record Published() implements Outcome {}

        /** Too much is in hand already; none of them was taken. */
        record Full() implements Outcome {}

        /** SNS refused these, or did not answer in time: it may have them all the same. */
        record NotTaken(List<UUID> eventIds) implements Outcome {}
    }

    Outcome publish(List<ViewRecorded> views, String traceparent) {
        var pending = views.stream().map(view -> pending(view, traceparent)).toList();
        if (!dispatcher.offer(pending)) return new Outcome.Full();
        await(pending);
        var notTaken = pending.stream()
                .filter(view -> !view.taken().join())
                .map(PendingView::eventId)
                .toList();
        return notTaken.isEmpty() ? new Outcome.Published() : new Outcome.NotTaken(notTaken);
    }

    private PendingView pending(ViewRecorded view, String traceparent) {
        return new PendingView(view.eventId(), view.hostId(), OutboundMessage.of(view, codec, traceparent));
    }

    private void await(List<PendingView> views) {
        var all = views.stream().map(PendingView::taken).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException _) {
            // What is not there by now is not taken.
        }
        views.forEach(PendingView::giveUp);
    }
}
