package dev.fanout.messaging.crash;

import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Disposition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQS as far as a consumer can tell: visibility, receive counts, groups in order, a dead-letter queue. */
final class ModelQueue {
    static final Duration VISIBILITY = Duration.ofSeconds(30);
    /** Nothing that we try may come near the queue's own limit. */
    static final int MAX_RECEIVES = 30;

    private final Clock clock;
    private final Instant opened;
    private final List<Message> messages = new ArrayList<>();
    final List<Parked> parked = new ArrayList<>();
    final List<String> overTheLimit = new ArrayList<>();

    /** In the dead-letter queue. */
    record Parked(String body, Disposition.DeadLetter why) {}

    private static final class Message {
        final String body;
        final Optional<String> group;
        Instant visibleAt;
        int receives;

        Message(String body, Optional<String> group, Instant visibleAt) {
            this.body = body;
            this.group = group;
            this.visibleAt = visibleAt;
        }

        String receipt(int number) {
            return number + "/" + receives;
        }
    }

    ModelQueue(Clock clock) {
        this.clock = clock;
        this.opened = clock.instant();
    }

    void send(String body, Optional<String> group) {
        messages.add(new Message(body, group, opened));
    }

    boolean isEmpty() {
        return messages.stream().allMatch(message -> message == null);
    }

    boolean hasVisible() {
        return !visible(1).isEmpty();
    }

    /** When there will be something to receive. */
    Optional<Instant> nextVisible() {
        return messages.stream()
                .filter(message -> message != null && isInvisible(message))
                .map(message -> message.visibleAt)
                .min(Comparator.naturalOrder());
    }

    List<Delivery> receive(int max) {
        return visible(max).stream().map(this::handOut).toList();
    }

    private Delivery handOut(int number) {
        var message = messages.get(number);
        message.receives++;
        message.visibleAt = clock.instant().plus(VISIBILITY);
        if (message.receives == MAX_RECEIVES) overTheLimit.add(message.body);
        return delivery(number);
    }

    private Delivery delivery(int number) {
        var message = messages.get(number);
        return new Delivery(
                "message-" + number, message.receipt(number), message.body, Map.of(), message.group, message.receives,
                        opened);
    }

    /** Standard queues hand out a message twice now and then: here, all that is in hand. */
    List<Delivery> copies() {
        var copies = new ArrayList<Delivery>();
        for (int i = 0; i < messages.size(); i++)
            if (messages.get(i) != null && messages.get(i).group.isEmpty() && isInvisible(messages.get(i)))
                copies.add(delivery(i));
        return copies;
    }

    /** A group waits for each of its messages that somebody has, or that waits for its next try. */
    private List<Integer> visible(int max) {
        var found = new ArrayList<Integer>();
        var busy = new HashSet<String>();
        messages.stream()
                .filter(message -> message != null && isInvisible(message))
                .forEach(message -> message.group.ifPresent(busy::add));
        for (int i = 0; i < messages.size() && found.size() < max; i++) {
            var message = messages.get(i);
            if (message == null || isInvisible(message) || message.group.filter(busy::contains).isPresent()) continue;
            found.add(i);
        }
        return found;
    }

    private boolean isInvisible(Message message) {
        return message.visibleAt.isAfter(clock.instant());
    }

    /** A FIFO queue refuses a receipt that has expired; a standard queue may take it. */
    void delete(Delivery delivery) {
        var message = messages.get(number(delivery));
        if (message == null || (message.group.isPresent() && isStale(message, delivery))) return;
        messages.set(number(delivery), null);
    }

    void visibleAfter(Delivery delivery, Duration delay) {
        var message = messages.get(number(delivery));
        if (message == null || isStale(message, delivery)) return;
        message.visibleAt = clock.instant().plusSeconds(Math.ceilDiv(delay.toMillis(), 1000));
    }

    void park(Delivery delivery, Disposition.DeadLetter why) {
        parked.add(new Parked(delivery.body(), why));
    }

    private boolean isStale(Message message, Delivery delivery) {
        return !delivery.receipt().equals(message.receipt(number(delivery))) || !isInvisible(message);
    }

    private static int number(Delivery delivery) {
        return Integer.parseInt(delivery.receipt().substring(0, delivery.receipt().indexOf('/')));
    }
}
