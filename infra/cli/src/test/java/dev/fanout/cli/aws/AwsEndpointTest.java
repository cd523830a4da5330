package dev.fanout.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class AwsEndpointTest {
    @Command
    static final class Any {
        @Mixin
        private final AwsEndpointOption option = new AwsEndpointOption();
    }

    @Test
    void told_nothing_it_is_the_local_stack() {
        assertThat(where(Map.of())).isEqualTo(AwsEndpoint.at(URI.create("http://localhost:4566")));
    }

    @Test
    void the_environment_names_another() {
        assertThat(where(Map.of("AWS_ENDPOINT_URL", "http://there:1")))
                .isEqualTo(AwsEndpoint.at(URI.create("http://there:1")));
    }

    @Test
    void aws_itself_must_be_asked_for_and_alone() {
        assertThat(where(Map.of(), "--aws")).isEqualTo(new AwsEndpoint(Optional.empty()));
        assertThatThrownBy(() -> where(Map.of("AWS_ENDPOINT_URL", "http://there:1"), "--aws"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("unset it");
    }

    private static AwsEndpoint where(Map<String, String> environment, String... arguments) {
        var command = new Any();
        new CommandLine(command).parseArgs(arguments);
        return command.option.where(environment);
    }
}
