package dev.fanout.scenarios.aws;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Where AWS is, and who we are there: the SDK's own settings, for our clients and for the processes that we start.
 *
 * @param environment only what begins with AWS_
 */
public record AwsEnvironment(URI endpoint, Map<String, String> environment) {
    static final String ENDPOINT = "AWS_ENDPOINT_URL";
    static final String REGION = "AWS_REGION";
    private static final String KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

    private static final String TOKEN = "AWS_SESSION_TOKEN";
    private static final String PREFIX = "AWS_";
    private static final String PROFILE = "AWS_PROFILE";
    /** Letters only, since DynamoDB Local refuses others. */
    private static final Map<String, String> NOBODY = Map.of(KEY, "fanout", SECRET, "fanout");

    private static final Map<String, String> ANY_REGION = Map.of(REGION, "us-east-1");

    /** One that asks nobody who he is. */
    public static AwsEnvironment local(URI endpoint) {
        return of(Map.of(ENDPOINT, endpoint.toString()), endpoint);
    }

    public static boolean isNamedIn(Map<String, String> environment) {
        return !environment.getOrDefault(ENDPOINT, "").isBlank();
    }

    /** @param otherwise where it is if the environment does not say */
    public static AwsEnvironment of(Map<String, String> environment, URI otherwise) {
        var ours = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, HashMap::new));
        if (!ours.containsKey(PROFILE)) {
            ANY_REGION.forEach(ours::putIfAbsent);
            if (!ours.containsKey(KEY)) ours.putAll(NOBODY);
        }
        if (!isNamedIn(ours)) ours.put(ENDPOINT, otherwise.toString());
        return new AwsEnvironment(URI.create(ours.getOrDefault(ENDPOINT, "")), Map.copyOf(ours));
    }

    /** Empty where only the SDK can find them, as in a profile. */
    Optional<AwsCredentialsProvider> credentials() {
        var key = environment.get(KEY);
        var secret = environment.get(SECRET);
        var token = environment.get(TOKEN);
        if (key == null || secret == null) return Optional.empty();
        return Optional.of(StaticCredentialsProvider.create(token == null
                ? AwsBasicCredentials.create(key, secret)
                : AwsSessionCredentials.create(key, secret, token)));
    }
}
