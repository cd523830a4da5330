package dev.fanout.testing;

import dev.fanout.local.LocalStack;
import dev.fanout.local.LocalStackSettings;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line says about the tests' AWS, by system properties.
 *
 * @param kind {@code fanout.aws}: embedded, which is the default, or localstack
 * @param endpoint {@code fanout.aws.endpoint}: any that is there already
 * @param lacks {@code fanout.aws.lacks}: capabilities that the endpoint does not have, beyond the outage
 */
record AwsChoice(String kind, Optional<URI> endpoint, Set<Capability> lacks) {
    private static final String KIND = "fanout.aws";
    private static final String ENDPOINT = "fanout.aws.endpoint";
    private static final String LACKS = "fanout.aws.lacks";
    private static final String EMBEDDED = "embedded";
    private static final String LOCALSTACK = "localstack";

    AwsChoice {
        if (!Set.of(EMBEDDED, LOCALSTACK).contains(kind))
            throw new IllegalArgumentException("%s is '%s', not %s or %s".formatted(KIND, kind, EMBEDDED, LOCALSTACK));
        if (endpoint.isPresent() && kind.equals(LOCALSTACK))
            throw new IllegalArgumentException("%s and %s name two: leave one out".formatted(KIND, ENDPOINT));
    }

    static AwsChoice of(Properties properties) {
        var lacks = EnumSet.noneOf(Capability.class);
        Stream.of(properties.getProperty(LACKS, "").split(","))
                .filter(name -> !name.isBlank())
                .forEach(name -> lacks.add(Capability.valueOf(name.strip())));
        return new AwsChoice(
                properties.getProperty(KIND, EMBEDDED),
                Optional.ofNullable(properties.getProperty(ENDPOINT)).map(URI::create),
                lacks);
    }

    Aws find() {
        if (endpoint.isPresent()) return given(endpoint.get());
        return kind.equals(LOCALSTACK) ? LocalStackContainers.start() : embedded();
    }

    private Aws.Found given(URI there) {
        SdkSettings.of(System.getenv()).announce(there);
        return new Aws.Found(there.toString(), there, ofEndpoint(), Optional.empty());
    }

    Set<Capability> ofEndpoint() {
        var capabilities = notFrozen();
        capabilities.removeAll(lacks);
        return capabilities;
    }

    private static Aws.Found embedded() {
        var stack = LocalStack.start(LocalStackSettings.ANY_FREE_PORTS);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        // DynamoDB Local refuses keys that are not of letters and digits: whatever the environment has, not here.
        SdkSettings.DUMMIES.announce(stack.endpoint());
        return new Aws.Found(
                "the embedded stack", stack.endpoint(), EnumSet.allOf(Capability.class), Optional.of(stack));
    }

    /** What is not in our hands has all the others, unless it is said not to. */
    static Set<Capability> notFrozen() {
        return EnumSet.complementOf(EnumSet.of(Capability.OUTAGE));
    }
}
