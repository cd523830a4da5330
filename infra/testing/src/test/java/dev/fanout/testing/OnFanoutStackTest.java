package dev.fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@OnFanoutStack
@SpringBootTest(classes = OnFanoutStackTest.Nothing.class)
class OnFanoutStackTest {
    @Configuration
    static class Nothing {}

    @Autowired
    private Environment environment;

    @Test
    void a_context_provisions_under_a_prefix_of_its_own() {
        assertThat(environment.getProperty("fanout.provision")).isEqualTo("true");
        assertThat(environment.getProperty("fanout.prefix")).matches("t[0-9a-f]{8}-");
        assertThat(environment.getProperty("server.port")).isEqualTo("0");
    }

    @Test
    void contexts_that_could_be_shared_are_shared() {
        assertThat(new OnStack()).isEqualTo(new OnStack());
    }

    @Test
    void every_client_of_the_jvm_finds_the_stack() {
        assertThat(environment.getProperty("aws.endpointUrl"))
                .isEqualTo(FanoutStack.get().endpoint().toString());
    }
}
