package dev.fanout.testing;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SDK's own settings, by which every client of this JVM finds the tests' AWS without a line of code.
 *
 * @param dummies for what the environment does not say
 */
record SdkSettings(Map<String, String> dummies) {
    private static final Map<String, String> REGION = Map.of("aws.region", "us-east-1");
    private static final Map<String, String> KEYS =
            Map.of("aws.accessKeyId", "fanout", "aws.secretAccessKey", "fanout");

    static final SdkSettings DUMMIES = of(Map.of());

    /** Region and credentials of the environment count where there are any. */
    static SdkSettings of(Map<String, String> environment) {
        var dummies = new HashMap<String, String>();
        if (Stream.of("AWS_REGION", "AWS_PROFILE").noneMatch(environment::containsKey)) dummies.putAll(REGION);
        if (Stream.of("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE")
                .noneMatch(environment::containsKey)) dummies.putAll(KEYS);
        return new SdkSettings(Map.copyOf(dummies));
    }

    void announce(URI endpoint) {
        System.setProperty("aws.endpointUrl", endpoint.toString());
        dummies.forEach(System::setProperty);
    }
}
