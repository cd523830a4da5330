package dev.fanout.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostsTest {
    @Test
    void the_services_are_on_one_host_or_each_on_its_own() {
        assertThat(Hosts.address("localhost", "inventory")).hasToString("http://localhost:8082");
        assertThat(Hosts.address("{service}", "inventory")).hasToString("http://inventory:8082");
        assertThat(Hosts.address("{service}.fanout.test", "auditor-a"))
                .hasToString("http://auditor-a.fanout.test:8084");
    }
}
