package dev.fanout.testing;

import dev.fanout.local.LocalStack;
import dev.fanout.local.LocalStackSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the tests' AWS is.
 *
 * @param stack null where the endpoint was given from outside
 */
record Aws(URI endpoint, int smtpPort, @Nullable LocalStack stack) {
    private static final String GIVEN = "fanout.aws.endpoint";
    private static final String GIVEN_SMTP_PORT = "fanout.smtp.port";

    static Aws find() {
        var given = System.getProperty(GIVEN);
        var aws = given == null
                ? embed()
                : new Aws(URI.create(given), Integer.getInteger(GIVEN_SMTP_PORT, 3025), null);
        aws.announce();
        return aws;
    }

    LocalStack embedded() {
        if (stack == null) throw new UnsupportedOperationException("only the embedded stack can be frozen");
        return stack;
    }

    private static Aws embed() {
        var stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        return new Aws(stack.endpoint(), stack.smtpPort(), stack);
    }

    /** The SDK's own settings: no client needs a line of code to find us. */
    private void announce() {
        System.setProperty("aws.endpointUrl", endpoint.toString());
        System.setProperty("aws.region", "us-east-1");
        // letters only: DynamoDB Local refuses others in a key
        System.setProperty("aws.accessKeyId", "fanout");
        System.setProperty("aws.secretAccessKey", "fanout");
    }
}
