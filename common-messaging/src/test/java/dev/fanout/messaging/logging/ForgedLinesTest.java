package dev.fanout.messaging.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Whatever is logged, it stays on its line, and a terminal does not obey it. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("what it reads is what everybody writes")
class ForgedLinesTest {
    private static final String ATTACK = "order.created\r\n2026-11-30 ERROR all is lost\u001b[2J\u0085\u2028\u202e\u0000\ud800";

    @TempDir
    Path folder;

    @Test
    void a_message_cannot_begin_a_line(CapturedOutput console) throws Exception {
        var file = logged(context -> context.getLogger("test").warn("unreadable: {}", ATTACK));
        for (var output : new String[] {console.getOut(), file}) {
            assertThat(output.lines()).hasSize(1).first().asString()
                    .contains("order.created\\u000d\\u000a2026", "\\u001b[2J\\u0085\\u2028\\u202e\\u0000\\ud800");
            assertThat(output).doesNotContain("\u001b[2J", "\u0085", "\u202e");
        }
    }

    @Test
    void neither_can_what_an_exception_says_or_its_cause(CapturedOutput console) throws Exception {
        var thrown = new IllegalStateException(ATTACK, new IOException(ATTACK));
        thrown.addSuppressed(new IOException(ATTACK));
        var file = logged(context -> context.getLogger("test").error("failed", thrown));
        for (var output : new String[] {console.getOut(), file}) {
            assertThat(output.lines()).noneMatch(line -> line.startsWith("2026-11-30 ERROR"));
            assertThat(output).doesNotContain("\u001b[2J").contains("Caused by: java.io.IOException: order.created\\u000d");
            assertThat(output.lines().filter(line -> line.contains("\tat "))).hasSizeGreaterThan(3);
        }
    }

    @Test
    void plain_text_is_as_it_was(CapturedOutput console) throws Exception {
        logged(context -> context.getLogger("test").info("ünïcode\t€ 🍵"));
        assertThat(console.getOut()).contains("ünïcode\t€ 🍵");
    }

    private interface Logging {
        void to(LoggerContext context);
    }

    /** @return what the file has */
    private String logged(Logging logging) throws Exception {
        var file = folder.resolve("log");
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        // Boot's own converters ask it.
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        context.putProperty("LOG_FILE", file.toString());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback-spring.xml")));
        logging.to(context);
        context.stop();
        return Files.readString(file);
    }
}
