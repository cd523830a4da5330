package dev.fanout.email;

import dev.fanout.events.OrderEvent;
import dev.fanout.messaging.Action;
import dev.fanout.messaging.Changes;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Mails the customer about every change of an order, and keeps what was sent. */
@Component
class EmailCustomer implements Action<OrderEvent> {
    private final Mailer mailer;
    private final EmailSettings settings;
    private final Clock clock;

    EmailCustomer(Mailer mailer, EmailSettings settings, Clock clock) {
        this.mailer = mailer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Changes perform(OrderEvent order) {
        var mail = OrderMail.about(order);
        var to = settings.addressOf(order.userId());
        // The same at every attempt: a reader, or a server that looks, can tell a repetition.
        var messageId = "<" + order.eventId() + "@fanout>";
        mailer.send(to, messageId, mail);
        var sent = new SentMail(
                order.eventId(), order.orderId(), order.version(), to, mail.subject(), messageId, clock.instant());
        return Changes.NONE.put(SentMail.key(order), sent);
    }
}
