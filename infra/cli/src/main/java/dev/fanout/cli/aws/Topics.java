package dev.fanout.cli.aws;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;

/** The topics of an account. */
public final class Topics {
    private final SnsClient sns;

    Topics(SnsClient sns) {
        this.sns = sns;
    }

    /** All ARNs by name. */
    public Map<String, String> arns() {
        return sns.listTopicsPaginator().topics().stream()
                .map(topic -> topic.topicArn())
                .collect(Collectors.toMap(Arn::name, arn -> arn));
    }

    public Map<String, String> attributes(String arn) {
        return sns.getTopicAttributes(get -> get.topicArn(arn)).attributes();
    }

    public void delete(String arn) {
        sns.deleteTopic(delete -> delete.topicArn(arn));
    }
}
