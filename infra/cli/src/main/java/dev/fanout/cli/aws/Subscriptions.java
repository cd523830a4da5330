package dev.fanout.cli.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** The subscriptions of an account. */
public final class Subscriptions {
    private final SnsClient sns;

    Subscriptions(SnsClient sns) {
        this.sns = sns;
    }

    /** @param arn a word instead, as long as the endpoint has not confirmed it */
    public record Found(String arn, String topicArn, String endpoint) {

        public boolean confirmed() {
            return arn.startsWith("arn:");
        }
    }

    /** Those, too, whose topic is gone. */
    public List<Found> all() {
        return sns.listSubscriptionsPaginator().subscriptions().stream()
                .map(found -> new Found(found.subscriptionArn(), found.topicArn(), found.endpoint()))
                .toList();
    }

    public Map<String, String> attributes(String arn) {
        return sns.getSubscriptionAttributes(get -> get.subscriptionArn(arn)).attributes();
    }

    public void delete(String arn) {
        try {
            sns.unsubscribe(delete -> delete.subscriptionArn(arn));
        } catch (NotFoundException _) {
            // gone already
        }
    }
}
