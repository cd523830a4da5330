package dev.fanout.local.sns.message;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where notifications go. */
public interface Queues {
    /** True when the queue has taken all messages, in this order; false when there is no such queue. */
    CompletionStage<Boolean> send(String queue, List<QueueMessage> messages);
}
