package dev.fanout.cli.aws;

import dev.fanout.topology.Fanout;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** @param url empty for AWS itself, which the SDK finds by region and credentials */
public record AwsEndpoint(Optional<URI> url) {
    static final String VARIABLE = "AWS_ENDPOINT_URL";

    public static AwsEndpoint at(URI url) {
        return new AwsEndpoint(Optional.of(url));
    }

    /** What the environment names; without that, the local stack that {@code ./fanout up} starts. */
    static AwsEndpoint of(Map<String, String> environment) {
        return at(URI.create(environment.getOrDefault(VARIABLE, Fanout.LOCAL_STACK)));
    }

    @Override
    public String toString() {
        return url.map(URI::toString).orElse("AWS");
    }
}
