package dev.fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanout.cli.aws.Deployed;
import dev.fanout.testing.FanoutStack;
import dev.fanout.testing.Needs;
import dev.fanout.topology.Fanout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code validate} and {@code clean} as processes: what they answer to the shell. */
@Needs
class AwsCommandsTest {
    private final String endpoint = FanoutStack.get().endpoint().toString();

    private record Answer(int exitCode, String text) {}

    @Test
    void clean_deletes_only_when_told_to_where_nobody_can_be_asked() throws Exception {
        var prefix = Deployed.of(Fanout.TOPOLOGY).prefix().text();
        var refused = fanout(endpoint, "clean", "--prefix", prefix);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.text()).contains("dead-letter queue  " + prefix + "email-order-events-dlq", "--yes deletes");
        assertThat(fanout(endpoint, "clean", "--prefix", prefix, "--yes").exitCode()).isZero();
        var nothing = fanout(endpoint, "validate", "--prefix", prefix);
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.text()).contains("0 right, " + Deployed.ofAll() + " not, at " + endpoint);
    }

    @Test
    void an_endpoint_that_does_not_answer_is_one_line_and_1() throws Exception {
        var answer = fanout("http://localhost:1", "validate");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text().lines()).singleElement().asString().startsWith("Nothing answers at http://localhost:1:");
    }

    private static Answer fanout(String endpoint, String... arguments) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var command = Stream.concat(
                Stream.of(java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.internal.verbosity=ERROR", "-cp",
                        System.getProperty("java.class.path"), FanoutCommand.class.getName()),
                Stream.of(arguments));
        var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        builder.environment().put("AWS_ENDPOINT_URL", endpoint);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
