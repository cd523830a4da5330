package dev.fanout.local.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fanout.local.sqs.api.Engine;
import dev.fanout.local.sqs.api.SqsCall;
import dev.fanout.local.sqs.api.SqsRefusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueData;
import org.elasticmq.msg.GetQueueData;
import org.elasticmq.msg.LookupQueue;
import org.elasticmq.msg.RemoveQueueTags;
import org.elasticmq.msg.UpdateQueueDeadLettersQueue;
import org.elasticmq.msg.UpdateQueueTags;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** ElasticMQ as our API sees it: calls go to its own, and what that has no words for to its actors. */
final class ElasticMqEngine implements Engine {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElasticMqRoute route;
    private final ActorRef manager;

    ElasticMqEngine(ElasticMqRoute route, ActorRef manager) {
        this.route = route;
        this.manager = manager;
    }

    @Override
    public ObjectNode call(SqsCall call) {
        var answer = route.call(call.endpoint(), call.action(), call.parameters().toString());
        var body = parse(answer.body());
        if (answer.status() != 200) throw refusal(answer.status(), body);
        if (call.action().equals("ListQueueTags") && body.path("Tags") instanceof ObjectNode tags) hideKept(tags);
        return body;
    }

    @Override
    public ObjectNode create(SqsCall call, Map<String, String> kept) {
        var parameters = call.parameters().deepCopy();
        PersistedAttributes.asTags(kept).forEach(parameters.withObjectProperty("tags")::put);
        return call(new SqsCall(call.action(), parameters, call.endpoint()));
    }

    @Override
    public Optional<Map<String, String>> kept(String queue) {
        return find(queue).map(found -> PersistedAttributes.of((QueueData) ask(found, new GetQueueData())));
    }

    @Override
    public void keep(String queue, Map<String, String> changed, Collection<String> removed) {
        if (!removed.isEmpty()) tell(queue, new RemoveQueueTags(list(PersistedAttributes.asTags(removed))));
        if (!changed.isEmpty()) tell(queue, new UpdateQueueTags(map(PersistedAttributes.asTags(changed))));
    }

    @Override
    public void endRedrive(String queue) {
        tell(queue, new UpdateQueueDeadLettersQueue(Option.empty(), Option.empty()));
    }

    @Override
    public void deduplicateByContent(String queue, boolean on) {
        tell(queue, new QueueChange(on));
    }

    private void tell(String queue, Object message) {
        find(queue).ifPresent(found -> ask(found, message));
    }

    private Optional<ActorRef> find(String queue) {
        var found = (Option<?>) ask(manager, new LookupQueue(queue));
        return found.isEmpty() ? Optional.empty() : Optional.of((ActorRef) found.get());
    }

    private static Object ask(ActorRef actor, Object question) {
        return Patterns.ask(actor, question, CALL_TIMEOUT).toCompletableFuture().join();
    }

    private static void hideKept(ObjectNode tags) {
        tags.properties().removeIf(tag -> PersistedAttributes.isOne(tag.getKey()));
    }

    private static ObjectNode parse(String body) {
        try {
            return !body.isEmpty() && JSON.readTree(body) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode().put("Message", body);
        }
    }

    private static SqsRefusal refusal(int status, JsonNode body) {
        var message = body.path("Message").asText();
        if (status >= 500) return SqsRefusal.internal(message);
        var type = body.path("__type").asText();
        return SqsRefusal.of(type.substring(type.indexOf('#') + 1), message);
    }

    private static scala.collection.immutable.List<String> list(List<String> list) {
        return scala.collection.immutable.List.from(CollectionConverters.asScala(list));
    }

    private static scala.collection.immutable.Map<String, String> map(Map<String, String> map) {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
    }
}
