package dev.fanout.local.sns.publish;

import dev.fanout.local.sns.message.Message;
import dev.fanout.local.sns.message.MessageAttribute;
import dev.fanout.local.sns.message.QueueMessage;
import dev.fanout.local.sns.registry.LazySigner;
import dev.fanout.local.sns.registry.Subscription;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;

/** What a queue gets: the bare message under raw delivery, or SNS's JSON envelope around it. */
public final class Notifications {
    private static final int SQS_ATTRIBUTES = 10;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final LazySigner signer;
    private final InstantSource clock;

    public Notifications(LazySigner signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** As on AWS, a raw message with more attributes than SQS allows is dropped without a word. */
    boolean deliverable(Message message, Subscription to) {
        return !to.raw() || message.attributes().size() <= SQS_ATTRIBUTES;
    }

    QueueMessage render(Message message, Subscription to, Publication from) {
        var body = to.raw() ? message.body() : envelope(message, to, from);
        Map<String, MessageAttribute> attributes = to.raw() ? message.attributes() : Map.of();
        if (!to.inOrder()) return new QueueMessage(body, attributes, null, null);
        return new QueueMessage(body, attributes, message.groupId(), message.deduplicationId());
    }

    private String envelope(Message message, Subscription to, Publication from) {
        var envelope = new Envelope(message, to, MILLIS.format(clock.instant()));
        // As on AWS, FIFO topics do not sign.
        if (!from.topic().fifo()) sign(envelope, from);
        envelope.put("UnsubscribeURL", from.origin() + "/?Action=Unsubscribe&SubscriptionArn=" + to.arn());
        envelope.put(message.attributes());
        return envelope.json();
    }

    private void sign(Envelope envelope, Publication from) {
        var version = from.topic().signatureVersion();
        var signer = this.signer.get();
        envelope.put("SignatureVersion", version);
        envelope.put("Signature", signer.sign(envelope.signed(), version));
        envelope.put("SigningCertURL", from.origin() + "/" + signer.certificateName());
    }
}
