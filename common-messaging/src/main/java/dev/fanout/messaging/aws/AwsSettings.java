package dev.fanout.messaging.aws;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a call to AWS may take. Where AWS is, the SDK's own settings say (AWS_ENDPOINT_URL, AWS_REGION, …).
 *
 * @param attemptTimeout of one try: short, so that an outage is noticed in seconds; above the longest long poll
 * @param callTimeout with the SDK's own tries
 * @param startPatience how long a start asks again when there is no answer at all
 * @param maxConnections per client
 */
@ConfigurationProperties("fanout.aws")
record AwsSettings(
        @DefaultValue("5s") Duration attemptTimeout,
        @DefaultValue("12s") Duration callTimeout,
        @DefaultValue("90s") Duration startPatience,
        @DefaultValue("128") int maxConnections) {}
