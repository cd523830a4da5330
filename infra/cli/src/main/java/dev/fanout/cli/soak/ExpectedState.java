package dev.fanout.cli.soak;

import dev.fanout.events.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was asked for, and what was answered: the publisher's promises, as its client has them. */
final class ExpectedState {
    private final Map<Long, Placed> orders = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> viewsByHost = new ConcurrentHashMap<>();
    private final AtomicInteger attempted = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    /** An order that was answered, with all its moves. */
    record Placed(long user, String id, List<OrderStatus> moves) {
        OrderStatus status() {
            return moves.isEmpty() ? OrderStatus.PENDING : moves.getLast();
        }

        int version() {
            return 1 + moves.size();
        }
    }

    void attempt() {
        attempted.incrementAndGet();
    }

    /** Sent again, because no answer came to it. */
    void repeat() {
        repeated.incrementAndGet();
    }

    /** Given up: nobody knows whether it was taken. */
    void giveUp() {
        unanswered.incrementAndGet();
    }

    void placed(Placed order) {
        orders.put(order.user(), order);
    }

    void viewed(String host) {
        viewsByHost.computeIfAbsent(host, _ -> new AtomicInteger()).incrementAndGet();
    }

    List<Placed> orders() {
        return List.copyOf(orders.values());
    }

    long ordersIn(OrderStatus status) {
        return orders.values().stream().filter(order -> order.status() == status).count();
    }

    /** One mail for each version. */
    int mails() {
        return orders.values().stream().mapToInt(Placed::version).sum();
    }

    Map<String, AtomicInteger> viewsByHost() {
        return viewsByHost;
    }

    int views() {
        return viewsByHost.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    int attempted() {
        return attempted.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    int repeated() {
        return repeated.get();
    }
}
