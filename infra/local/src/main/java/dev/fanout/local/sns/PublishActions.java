package dev.fanout.local.sns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Publishing, one message or a batch. */
final class PublishActions {
    private static final int LIMIT_BYTES = 256 * 1024;

    private final Topics topics;
    private final Publisher publisher;

    PublishActions(Topics topics, Publisher publisher) {
        this.topics = topics;
        this.publisher = publisher;
    }

    Map<String, Action> table() {
        return Map.of("Publish", this::publish, "PublishBatch", this::publishBatch);
    }

    private String publish(SnsRequest request) {
        var topic = topics.get(topicArn(request));
        var message = MessageReader.read(request.parameters(), topic);
        if (message.size() > LIMIT_BYTES) throw SnsException.invalid("Message too long");
        return publisher.publish(topic, List.of(message)).getFirst().xml();
    }

    private static String topicArn(SnsRequest request) {
        var target = request.parameters().find("TargetArn");
        return target != null ? target : request.require("TopicArn");
    }

    private String publishBatch(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        var batch = Batch.read(request.parameters().list("PublishBatchRequestEntries.member"), topic);
        if (batch.size() > LIMIT_BYTES)
            throw SnsException.refused(
                    "BatchRequestTooLong",
                    "The length of all the messages put together is more than the limit.");
        return batch.xml(receipts(topic, batch.good()));
    }

    private Map<String, Receipt> receipts(Topic topic, Map<String, Message> good) {
        var receipts = publisher.publish(topic, List.copyOf(good.values())).iterator();
        var byEntry = new LinkedHashMap<String, Receipt>();
        good.keySet().forEach(entry -> byEntry.put(entry, receipts.next()));
        return byEntry;
    }
}
