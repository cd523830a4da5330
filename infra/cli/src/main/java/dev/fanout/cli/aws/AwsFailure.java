package dev.fanout.cli.aws;

/** Why a command cannot go on with AWS, in one line. */
public final class AwsFailure extends RuntimeException {

    AwsFailure(String reason) {
        super(reason);
    }
}
