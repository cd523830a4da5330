package dev.fanout.local.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.QueueData;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** A queue's settings, as they are written down. */
record StoredQueue(
        String name,
        long visibilityMillis,
        long delayMillis,
        long waitMillis,
        String created,
        String modified,
        @Nullable String deadLetterQueue,
        int maxReceives,
        boolean fifo,
        boolean deduplicatesByContent,
        Map<String, String> tags) {

    static StoredQueue of(QueueData queue) {
        var deadLetters = queue.deadLettersQueue();
        return new StoredQueue(
                queue.name(),
                queue.defaultVisibilityTimeout().millis(),
                queue.delay().toMillis(),
                queue.receiveMessageWait().toMillis(),
                queue.created().toInstant().toString(),
                queue.lastModified().toInstant().toString(),
                deadLetters.isEmpty() ? null : deadLetters.get().name(),
                deadLetters.isEmpty() ? 0 : deadLetters.get().maxReceiveCount(),
                queue.isFifo(),
                queue.hasContentBasedDeduplication(),
                Map.copyOf(CollectionConverters.asJava(queue.tags())));
    }

    CreateQueueData toCreate() {
        return new CreateQueueData(
                name,
                Option.apply(new MillisVisibilityTimeout(visibilityMillis)),
                Option.apply(Duration.ofMillis(delayMillis)),
                Option.apply(Duration.ofMillis(waitMillis)),
                Option.apply(time(created)),
                Option.apply(time(modified)),
                deadLetterQueue == null
                        ? Option.empty()
                        : Option.apply(new DeadLettersQueueData(deadLetterQueue, maxReceives)),
                fifo,
                deduplicatesByContent,
                Option.empty(),
                Option.empty(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)));
    }

    private static OffsetDateTime time(String instant) {
        return OffsetDateTime.ofInstant(Instant.parse(instant), ZoneId.systemDefault());
    }
}
