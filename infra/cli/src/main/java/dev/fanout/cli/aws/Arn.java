package dev.fanout.cli.aws;

/** The names of things at AWS, as far as it matters here. */
public final class Arn {

    private Arn() {}

    /** Of the topic or queue that an ARN names. */
    public static String name(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
