package dev.fanout.local;

import static dev.fanout.local.Aws.SNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagLimitExceededException;

@org.junit.jupiter.api.Tag("deep")
class TagTest {
    private final String name = Aws.unique("t");
    private final String topic =
            SNS.createTopic(t -> t.name(name).tags(tag("team", "blue"), tag("stage", "test"))).topicArn();

    @Test
    void tags_given_at_creation_are_there() {
        assertThat(tags()).containsExactlyInAnyOrder(tag("team", "blue"), tag("stage", "test"));
    }

    @Test
    void tags_are_added_replaced_and_taken_away() {
        SNS.tagResource(t -> t.resourceArn(topic).tags(tag("team", "red"), tag("cost <&>", "42")));
        SNS.untagResource(t -> t.resourceArn(topic).tagKeys("stage", "unknown"));
        assertThat(tags()).containsExactlyInAnyOrder(tag("team", "red"), tag("cost <&>", "42"));
    }

    @Test
    void creating_the_topic_again_may_name_its_tags_but_no_others() {
        assertThat(SNS.createTopic(t -> t.name(name).tags(tag("team", "blue"))).topicArn()).isEqualTo(topic);
        assertInvalid(
                () -> SNS.createTopic(t -> t.name(name).tags(tag("team", "red"))),
                "Invalid parameter: Tags Reason: Topic already exists with different tags");
    }

    @Test
    void a_deleted_topic_takes_its_tags_along() {
        SNS.deleteTopic(t -> t.topicArn(topic));
        SNS.createTopic(t -> t.name(name));
        assertThat(tags()).isEmpty();
    }

    @Test
    void a_key_comes_once() {
        assertInvalid(
                () -> SNS.tagResource(t -> t.resourceArn(topic).tags(tag("k", "1"), tag("k", "2"))),
                "Invalid parameter: Duplicated keys are not allowed.");
    }

    @Test
    void a_topic_has_at_most_fifty() {
        var many = IntStream.range(0, 49).mapToObj(i -> tag("k" + i, "v")).toList();
        assertThatThrownBy(() -> SNS.tagResource(t -> t.resourceArn(topic).tags(many)))
                .isInstanceOf(TagLimitExceededException.class);
        assertThat(tags()).hasSize(2);
    }

    @Test
    void what_is_not_there_has_no_tags() {
        assertThatThrownBy(() -> SNS.listTagsForResource(t -> t.resourceArn(topic + "-not")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Resource does not exist");
    }

    private List<Tag> tags() {
        return SNS.listTagsForResource(t -> t.resourceArn(topic)).tags();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidParameterException.class).hasMessageContaining(message);
    }
}
