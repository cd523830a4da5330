package dev.fanout.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** What tests have made under their prefixes. */
record Leftovers(FanoutStack stack, Set<String> prefixes) {
    void delete() {
        if (prefixes.isEmpty()) return;
        var deleted = List.of(topics(), queues(), tables()).stream().flatMap(all -> all).filter(this::delete).count();
        System.out.printf("Deleted %d topics, queues and tables of these tests%n", deleted);
    }

    /** Something to delete, and how. */
    private record Leftover(String name, Runnable deletion) {}

    /** Topics go first: their subscriptions go with them. */
    private Stream<Leftover> topics() {
        return stack.sns().listTopicsPaginator().topics().stream()
                .map(topic -> topic.topicArn())
                .filter(arn -> isOurs(arn.substring(arn.lastIndexOf(':') + 1)))
                .map(arn -> new Leftover(arn, () -> stack.sns().deleteTopic(topic -> topic.topicArn(arn))));
    }

    private Stream<Leftover> queues() {
        return prefixes.stream()
                .flatMap(prefix -> stack.sqs()
                        .listQueuesPaginator(list -> list.queueNamePrefix(prefix).maxResults(1000))
                        .queueUrls().stream())
                .map(url -> new Leftover(url, () -> stack.sqs().deleteQueue(queue -> queue.queueUrl(url))));
    }

    private Stream<Leftover> tables() {
        return stack.dynamoDb().listTablesPaginator().tableNames().stream()
                .filter(this::isOurs)
                .map(name -> new Leftover(name, () -> stack.dynamoDb().deleteTable(table -> table.tableName(name))));
    }

    private boolean isOurs(String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** A test's own clean-up may have been quicker, and one that cannot go must not keep the others. */
    private boolean delete(Leftover leftover) {
        try {
            leftover.deletion().run();
            return true;
        } catch (SdkException e) {
            System.out.printf("Left behind: %s, because %s%n", leftover.name(), e.getMessage());
            return false;
        }
    }
}
