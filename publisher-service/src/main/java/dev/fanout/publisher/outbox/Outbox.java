package dev.fanout.publisher.outbox;

import dev.fanout.events.Event;
import dev.fanout.events.EventCodec;
import dev.fanout.events.OutboundMessage;
import dev.fanout.topology.Fanout;
import java.time.Clock;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Where an event is written in the transaction that makes it true. */
@Component
public class Outbox {
    private final OutboxTable table;
    private final Relay relay;
    private final EventCodec codec;
    private final Clock clock;

    Outbox(OutboxTable table, Relay relay, EventCodec codec, Clock clock) {
        this.table = table;
        this.relay = relay;
        this.codec = codec;
        this.clock = clock;
    }

    public OutboxRow row(Event event, String traceparent) {
        return OutboxRow.of(
                Fanout.topicOf(event), OutboundMessage.of(event, codec, traceparent), clock.instant());
    }

    /** Goes into the transaction. From its commit on, the event will be published, whatever happens here. */
    public TransactWriteItem write(OutboxRow row) {
        return table.write(row);
    }

    /** Publishes now rather than at the next sweep. */
    public void committed(OutboxRow row) {
        relay.handOff(row);
    }
}
