package dev.fanout.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        var table = new Table("name", "port").row("publisher", 8080).row("local", "4566, 3025");

        assertThat(table.lines()).containsExactly(
                "  name       port",
                "  publisher  8080",
                "  local      4566, 3025");
    }
}
