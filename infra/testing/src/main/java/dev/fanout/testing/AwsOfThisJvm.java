package dev.fanout.testing;

/** The one that all tests of a JVM share, looked for once. */
final class AwsOfThisJvm {
    static final Aws FOUND = find();

    private AwsOfThisJvm() {}

    private static Aws find() {
        var found = AwsChoice.of(System.getProperties()).find();
        if (found instanceof Aws.Found there) System.out.printf("AWS of these tests: %s%n", there.name());
        return found;
    }

    /** The tests that say what they need never come here without. */
    static Aws.Found get() {
        return switch (FOUND) {
            case Aws.Found aws -> aws;
            case Aws.Missing missing -> throw new IllegalStateException("no AWS: " + missing.reason());
        };
    }
}
