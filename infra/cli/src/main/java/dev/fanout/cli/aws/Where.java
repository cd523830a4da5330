package dev.fanout.cli.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** @param url empty for AWS itself, which the SDK finds by region and credentials */
public record Where(Optional<URI> url) {
    static final String VARIABLE = "AWS_ENDPOINT_URL";
    private static final String LOCAL_STACK = "http://localhost:4566";

    public static Where at(URI url) {
        return new Where(Optional.of(url));
    }

    /** What the environment names; without that, the local stack that {@code ./fanout up} starts. */
    static Where of(Map<String, String> environment) {
        return at(URI.create(environment.getOrDefault(VARIABLE, LOCAL_STACK)));
    }

    @Override
    public String toString() {
        return url.map(URI::toString).orElse("AWS");
    }
}
