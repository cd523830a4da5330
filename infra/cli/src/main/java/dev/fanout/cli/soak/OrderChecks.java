package dev.fanout.cli.soak;

import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.soak.ExpectedState.Placed;
import java.util.List;

/** Order by order, what the services know. */
final class OrderChecks {
    private final Rest rest;

    OrderChecks(Rest rest) {
        this.rest = rest;
    }

    private record Orders(List<Customers.Order> orders) {}

    private record Reservation(long version) {}

    private record Emails(List<Email> emails) {}

    private record Email(long version) {}

    /** How many users have exactly the one order that they were told of. */
    long asAnswered(List<Placed> placed) {
        return placed.stream().filter(this::isAsAnswered).count();
    }

    private boolean isAsAnswered(Placed placed) {
        var theirs = rest.get("publisher", "/orders?user_id=" + placed.user(), Orders.class).orders();
        return theirs.equals(List.of(new Customers.Order(placed.id(), placed.status(), placed.version())));
    }

    long reserved(List<Placed> placed) {
        return placed.stream()
                .filter(order -> rest.find("inventory", "/reservations/" + order.id(), Reservation.class)
                        .filter(found -> found.version() == order.version())
                        .isPresent())
                .count();
    }

    long mails(List<Placed> placed) {
        return placed.stream()
                .mapToLong(order -> rest.get("email", "/emails?order_id=" + order.id(), Emails.class).emails().size())
                .sum();
    }
}
