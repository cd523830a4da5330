package dev.fanout.local.sns;

/** Amazon Resource Names of the one account that lives here. */
final class Arns {
    static final String ACCOUNT = "000000000000";
    private static final String QUEUE = "arn:aws:sqs:";

    private Arns() {}

    static String topic(String region, String name) {
        return "arn:aws:sns:" + region + ":" + ACCOUNT + ":" + name;
    }

    static String queueName(String arn) {
        if (!arn.startsWith(QUEUE) || arn.split(":").length != 6)
            throw SnsException.invalid("SQS endpoint ARN");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
