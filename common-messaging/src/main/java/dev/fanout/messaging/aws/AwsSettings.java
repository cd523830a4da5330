package dev.fanout.messaging.aws;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a call to AWS may take. Where AWS is, the SDK's own settings say (AWS_ENDPOINT_URL, AWS_REGION, …).
 *
 * @param attemptTimeout How long one attempt of a call may take; longer than {@code fanout.receive.poll}. Short, so
 *     that an outage is noticed in seconds.
 * @param callTimeout How long a call may take with all attempts of the SDK; at least {@code attempt-timeout}.
 * @param startPatience How long a starting service asks again while AWS gives no answer at all; 0 or more. After it
 *     the start fails.
 * @param maxConnections Number of connections of each AWS client; 1 or more.
 */
@ConfigurationProperties("fanout.aws")
record AwsSettings(
        @DefaultValue("5s") Duration attemptTimeout,
        @DefaultValue("12s") Duration callTimeout,
        @DefaultValue("90s") Duration startPatience,
        @DefaultValue("128") int maxConnections) {}
