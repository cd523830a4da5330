package dev.fanout.cli.aws;

/** Why a command cannot go on with AWS, in one line. */
public final class AwsTrouble extends RuntimeException {

    AwsTrouble(String reason) {
        super(reason);
    }
}
