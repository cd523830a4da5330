package dev.fanout.local.sns;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where notifications go. */
public interface Queues {
    /** Done when the queue has taken all messages, in this order; a queue that does not exist takes none. */
    CompletionStage<Void> send(String queue, List<QueueMessage> messages);
}
