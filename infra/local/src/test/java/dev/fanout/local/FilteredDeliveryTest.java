package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Filter policies on their way through the API; what each operator hears is FilterPolicyTest's. */
@Tag("deep")
class FilteredDeliveryTest {
    private final String topic = Aws.topic("t");
    private final String queue = Aws.queue();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            String       | soccer            | {"k":["soccer"]}
            String.Team  | soccer            | {"k":[{"prefix":"soc"}]}
            Number       | 5                 | {"k":[{"numeric":[">",4]}]}
            Number       | 5.0               | {"k":[5]}
            Number.int   | 5                 | {"k":[{"anything-but":[6]}]}
            String.Array | ["rugby","soccer"]| {"k":["soccer"]}
            String.Array | ["x",7,true,null] | {"k":[7]}
            String.Array | ["x",7,true,null] | {"k":[true]}
            String.Array | ["x",7,true,null] | {"k":[null]}
            String       | 10.0.0.7          | {"k":[{"cidr":"10.0.0.0/24"}]}
            String       | x                 | {"other":[{"exists":false}]}
            """)
    void attributes_are_heard_by_their_types(String type, String value, String policy) {
        Aws.subscribe(topic, queue, raw(Map.of("FilterPolicy", policy)));
        publish("heard", attribute(type, value));
        assertThat(Aws.bodies(queue)).containsExactly("heard");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            String       | 5                 | {"k":[5]}
            Number       | 5                 | {"k":["5"]}
            String       | ["soccer"]        | {"k":["soccer"]}
            String.Array | no array          | {"k":["no array"]}
            """)
    void attributes_of_another_type_are_not_heard(String type, String value, String policy) {
        Aws.subscribe(topic, queue, raw(Map.of("FilterPolicy", policy)));
        publish("unheard", attribute(type, value));
        assertThat(Aws.bodies(queue)).isEmpty();
    }

    @Test
    void binary_attributes_are_not_looked_at() {
        Aws.subscribe(topic, queue, raw(Map.of("FilterPolicy", "{\"k\":[{\"exists\":true}]}")));
        var bytes = SdkBytes.fromUtf8String("soccer");
        publish("unheard", MessageAttributeValue.builder().dataType("Binary").binaryValue(bytes).build());
        assertThat(Aws.bodies(queue)).isEmpty();
    }

    @Test
    void a_message_without_attributes_is_heard_by_no_policy() {
        Aws.subscribe(topic, queue, raw(Map.of("FilterPolicy", "{\"k\":[{\"exists\":false}]}")));
        SNS.publish(p -> p.topicArn(topic).message("unheard"));
        assertThat(Aws.bodies(queue)).isEmpty();
    }

    @Test
    void bodies_are_heard_by_what_is_in_them() {
        var policy = """
                {"Records": {"s3": {"object": {"key": [{"prefix": "auto-"}]}},
                             "eventName": [{"prefix": "ObjectCreated:"}]}}""";
        Aws.subscribe(topic, queue, raw(Map.of("FilterPolicy", policy, "FilterPolicyScope", "MessageBody")));
        var record = "{\"eventName\":\"%s\",\"s3\":{\"object\":{\"key\":\"%s\"}}}";
        var created = record.formatted("ObjectCreated:Put", "auto-1.xml");
        var removed = record.formatted("ObjectRemoved:Delete", "auto-1.xml");
        var home = record.formatted("ObjectCreated:Put", "home-1.xml");
        for (var records : new String[] {removed, home, removed + "," + home, removed + "," + created})
            SNS.publish(p -> p.topicArn(topic).message("{\"Records\":[%s]}".formatted(records)));
        SNS.publish(p -> p.topicArn(topic).message("auto-1.xml"));
        assertThat(Aws.bodies(queue)).containsExactly("{\"Records\":[%s,%s]}".formatted(removed, created));
    }

    @Test
    void a_policy_can_be_changed_and_taken_away() {
        var subscription = Aws.subscribe(topic, queue, raw(Map.of()));
        Aws.set(subscription, "FilterPolicyScope", "MessageBody");
        assertThat(Aws.subscription(subscription)).doesNotContainKeys("FilterPolicy", "FilterPolicyScope");
        Aws.set(subscription, "FilterPolicy", "{\"a\":{\"b\":[1]}}");
        assertThat(Aws.subscription(subscription))
                .containsEntry("FilterPolicy", "{\"a\":{\"b\":[1]}}")
                .containsEntry("FilterPolicyScope", "MessageBody");
        SNS.publish(p -> p.topicArn(topic).message("{\"a\":{\"b\":2}}"));
        Aws.set(subscription, "FilterPolicy", "");
        SNS.publish(p -> p.topicArn(topic).message("unfiltered"));
        assertThat(Aws.bodies(queue)).containsExactly("unfiltered");
        assertThat(Aws.subscription(subscription)).doesNotContainKeys("FilterPolicy", "FilterPolicyScope");
    }

    @Test
    void a_bad_policy_is_refused_where_it_is_made_and_where_it_is_set() {
        var reason = "FilterPolicy: Unrecognized match type like";
        var bad = "{\"k\":[{\"like\":\"x\"}]}";
        assertThatThrownBy(() -> Aws.subscribe(topic, queue, Map.of("FilterPolicy", bad)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: Attributes Reason: " + reason);
        var subscription = Aws.subscribe(topic, queue, Map.of());
        assertThatThrownBy(() -> Aws.set(subscription, "FilterPolicy", bad))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter: " + reason);
    }

    @Test
    void a_nested_policy_keeps_the_scope_at_the_body() {
        var nested = Map.of("FilterPolicy", "{\"a\":{\"b\":[1]}}", "FilterPolicyScope", "MessageBody");
        var subscription = Aws.subscribe(topic, queue, nested);
        assertThatThrownBy(() -> Aws.set(subscription, "FilterPolicyScope", "MessageAttributes"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("does not support nested filter policy");
        assertThat(Aws.subscription(subscription)).containsEntry("FilterPolicyScope", "MessageBody");
    }

    private void publish(String body, MessageAttributeValue attribute) {
        SNS.publish(p -> p.topicArn(topic).message(body).messageAttributes(Map.of("k", attribute)));
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static Map<String, String> raw(Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put("RawMessageDelivery", "true");
        return all;
    }
}
