package dev.fanout.cli.demo;

/** Why the demo cannot go on, in one line. */
final class DemoFailed extends RuntimeException {

    DemoFailed(String reason) {
        super(reason);
    }
}
