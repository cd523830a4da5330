package dev.fanout.local.sqs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Lists of queues come by the page if so wanted. The token of the next page is the last queue of this one. */
record Pages(Sqs next) implements Sqs {
    private static final int LONGEST = 1_000;
    private static final String SIZE = "MaxResults";
    private static final String TOKEN = "NextToken";

    @Override
    public ObjectNode call(SqsCall call) {
        return switch (call.action()) {
            case "ListQueues" -> page(call, "QueueUrls");
            case "ListDeadLetterSourceQueues" -> page(call, "queueUrls");
            default -> next.call(call);
        };
    }

    private ObjectNode page(SqsCall call, String list) {
        var size = call.parameters().path(SIZE).asInt(LONGEST);
        if (size < 1 || size > LONGEST)
            throw SqsRefusal.invalidValue(SIZE, Integer.toString(size), "Must be from 1 to 1000.");
        var answer = next.call(call.with(call.parameters().deepCopy().without(Set.of(SIZE, TOKEN))));
        var rest = answer.path(list).valueStream()
                .map(JsonNode::asText)
                .sorted()
                .filter(queue -> queue.compareTo(call.text(TOKEN)) > 0)
                .toList();
        return cut(answer, list, rest, size, call.parameters().has(SIZE));
    }

    /** As on AWS, there is a next page only for those who said how long a page is. */
    private static ObjectNode cut(ObjectNode answer, String list, List<String> queues, int size, boolean paged) {
        var page = answer.putArray(list);
        queues.stream().limit(size).forEach(page::add);
        if (paged && queues.size() > size) answer.put(TOKEN, queues.get(size - 1));
        return answer;
    }
}
