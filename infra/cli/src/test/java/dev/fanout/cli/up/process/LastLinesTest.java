package dev.fanout.cli.up.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastLinesTest {
    private final LastLines lines = new LastLines();

    @Test
    void the_causes_are_kept_without_their_stack_frames() {
        """
        ERROR Application run failed
        java.lang.IllegalStateException: no bean
        \tat dev.fanout.Main.main(Main.java:9) ~[!/:0.1.0-SNAPSHOT]
        \tat java.base/java.lang.Thread.run(Thread.java:1)
        Caused by: java.net.ConnectException: refused

        \t... 19 common frames omitted
        """.lines().forEach(lines::add);

        assertThat(lines.all()).containsExactly(
                "ERROR Application run failed",
                "java.lang.IllegalStateException: no bean",
                "Caused by: java.net.ConnectException: refused");
    }
}
