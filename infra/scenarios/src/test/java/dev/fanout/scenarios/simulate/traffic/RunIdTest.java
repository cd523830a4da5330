package dev.fanout.scenarios.simulate.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunIdTest {
    private final RunId run = new RunId("a", 1);

    @Test
    void it_knows_its_own_hosts_and_no_others() {
        assertThat(run.hostOf(run.host("host-12"))).contains("host-12");
        assertThat(run.hostOf("b-host-12")).isEmpty();
        assertThat(run.hostOf("a-b-host-12")).isEmpty();
        assertThat(run.hostOf("host-12")).isEmpty();
    }
}
