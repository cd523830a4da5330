package dev.fanout.local.sns;

import dev.fanout.local.sns.message.MessageSize;
import dev.fanout.local.sns.protocol.Action;
import dev.fanout.local.sns.protocol.SnsException;
import dev.fanout.local.sns.protocol.SnsRequest;
import dev.fanout.local.sns.publish.Batch;
import dev.fanout.local.sns.publish.MessageReader;
import dev.fanout.local.sns.publish.Publication;
import dev.fanout.local.sns.publish.Publisher;
import dev.fanout.local.sns.registry.Topics;
import java.util.List;
import java.util.Map;

/** Publishing, one message or a batch. */
final class PublishActions {
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
        if (MessageSize.of(request.parameters()) > MessageSize.LIMIT)
            throw SnsException.invalid("Message too long");
        var message = MessageReader.read(request.parameters(), topic);
        return publisher.publish(new Publication(topic, List.of(message), request.origin())).getFirst().xml();
    }

    private static String topicArn(SnsRequest request) {
        var target = request.parameters().find("TargetArn");
        return target != null ? target : request.require("TopicArn");
    }

    private String publishBatch(SnsRequest request) {
        var topic = topics.get(request.require("TopicArn"));
        var batch = Batch.read(request.parameters().list("PublishBatchRequestEntries.member"), topic);
        return batch.xml(publisher.publish(new Publication(topic, batch.messages(), request.origin())));
    }
}
