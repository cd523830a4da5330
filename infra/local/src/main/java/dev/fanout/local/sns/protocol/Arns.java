package dev.fanout.local.sns.protocol;

/** Amazon Resource Names of the one account that lives here. */
public final class Arns {
    public static final String ACCOUNT = "000000000000";
    public static final String PRINCIPAL = "arn:aws:iam::" + ACCOUNT + ":root";

    private static final String QUEUE = "arn:aws:sqs:";
    private static final String FIFO = ".fifo";
    private static final int PARTS = 6;

    private Arns() {}

    public static String topic(String region, String name) {
        return topics(region) + name;
    }

    /** How all topics of a region begin, and their subscriptions with them. */
    static String topics(String region) {
        return "arn:aws:sns:" + region + ":" + ACCOUNT + ":";
    }

    public static boolean isQueue(String arn) {
        return arn.startsWith(QUEUE) && parts(arn) == PARTS;
    }

    public static String queueName(String arn) {
        if (!isQueue(arn)) throw SnsException.invalid("SQS endpoint ARN");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    public static boolean isFifo(String nameOrArn) {
        return nameOrArn.endsWith(FIFO);
    }

    /** Refuses what is no ARN at all; {@code parameter} is how the caller named it. */
    public static String checked(String parameter, String arn) {
        if (parts(arn) < PARTS)
            throw SnsException.invalid("%s Reason: An ARN must have at least %d elements, not %d"
                    .formatted(parameter, PARTS, parts(arn)));
        return arn;
    }

    /** A topic's has as many parts as any ARN; a subscription's has one more. */
    public static boolean isSubscription(String arn) {
        return parts(arn) > PARTS;
    }

    private static int parts(String arn) {
        return arn.split(":", -1).length;
    }
}
