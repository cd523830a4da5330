package dev.fanout.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.cli.console.Screen;
import dev.fanout.cli.rest.Rest;
import dev.fanout.cli.rest.RestFailed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class DemoTest {
    private final Screen screen = new Screen();
    private final Story story = new Story("x");
    private final FakeServices services;

    DemoTest() throws IOException {
        services = new FakeServices(story);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void it_tells_what_each_service_did() throws InterruptedException {
        demo(services::address).run();

        assertThat(screen.text())
                .containsPattern("0 +42 +19.98 +shipped +3 +pending → confirmed → shipped")
                .containsPattern("2 +confirmed +mug-x +5 +out_of_stock")
                .containsPattern("tea-x +10 +7 +1")
                .containsPattern("revenue +0 +104.92")
                .containsPattern("host-a-x +0 +5")
                .containsPattern("somebody +order 3")
                .containsPattern("host-a-x +5 +5 +5")
                .contains("Every service showed all of it");
    }

    @Test
    void what_is_still_missing_in_the_end_is_named_in_one_line() {
        services.inventoryHearsNothing();

        assertThatThrownBy(() -> demo(services::address).run())
                .isInstanceOf(DemoFailed.class)
                .hasMessage("missing after 1 s: inventory has no reservation of order 0; "
                        + "inventory has no reservation of order 1; inventory has no reservation of order 2");
        assertThat(screen.text()).doesNotContain("reserved");
    }

    @Test
    void without_a_running_system_it_says_how_to_start_one() {
        services.close();

        assertThatThrownBy(() -> demo(services::address).run())
                .isInstanceOf(RestFailed.class)
                .hasMessage("publisher is not running: start it with ./fanout up");
    }

    private Demo demo(Function<String, URI> addresses) {
        return new Demo(screen.plain(), new Rest(addresses), story, Duration.ofSeconds(1));
    }
}
