package dev.fanout.testing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack, by Testcontainers. */
final class LocalStackContainers {
    /** The last that needs no token. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private LocalStackContainers() {}

    static Aws start() {
        if (!DockerClientFactory.instance().isDockerAvailable())
            return new Aws.Missing("there is no Docker to run " + IMAGE);
        var container = new LocalStackContainer(IMAGE).withServices("sns", "sqs", "dynamodb");
        try {
            container.start();
        } catch (RuntimeException e) {
            return new Aws.Missing("%s does not start: %s".formatted(IMAGE, rootOf(e)));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        var endpoint = container.getEndpoint();
        new SdkSettings(Map.of(
                        "aws.region", container.getRegion(),
                        "aws.accessKeyId", container.getAccessKey(),
                        "aws.secretAccessKey", container.getSecretKey()))
                .announce(endpoint);
        return new Aws.Found(IMAGE.toString(), endpoint, AwsChoice.notFrozen(), Optional.empty());
    }

    private static String rootOf(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) cause = Objects.requireNonNull(cause.getCause());
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
