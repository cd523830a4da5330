package dev.fanout.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConformanceTableTest {
    private final ConformanceTable table = ConformanceTable.read();

    ConformanceTableTest() throws IOException {}

    @Test
    void every_row_says_something_and_names_tests_that_exist() throws IOException {
        assertThat(table.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.here()).isNotBlank();
            assertThat(testClasses()).as(row.feature()).containsAll(row.tests());
        });
    }

    @Test
    void no_row_comes_twice() {
        assertThat(table.rows()).extracting(row -> row.service() + " " + row.feature()).doesNotHaveDuplicates();
    }

    private static Set<String> testClasses() throws IOException {
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            return sources.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
