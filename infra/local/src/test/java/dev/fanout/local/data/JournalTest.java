package dev.fanout.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void three_words_were_written() throws IOException {
        file = folder.resolve("words.journal");
        write("one", "two", "two", "three");
    }

    @Test
    void it_remembers_what_was_appended_and_not_what_changed_nothing() throws IOException {
        assertThat(read()).containsExactly("one", "two", "three");
        assertThat(file).content().isEqualTo("\"one\"\n\"two\"\n\"three\"\n");
    }

    @Test
    void a_last_line_that_a_kill_tore_was_never_answered_and_is_left_out() throws IOException {
        Files.writeString(file, "\"fou", StandardOpenOption.APPEND);
        assertThat(read()).containsExactly("one", "two", "three");
    }

    @Test
    void after_a_torn_line_it_goes_on() throws IOException {
        Files.writeString(file, "\"fou", StandardOpenOption.APPEND);
        write("five");
        assertThat(read()).containsExactly("one", "two", "three", "five");
    }

    @Test
    void any_other_line_that_is_not_ours_is_named_and_nothing_is_changed() throws IOException {
        Files.writeString(file, "what is this\n\"four\"\n", StandardOpenOption.APPEND);
        var before = Files.readString(file);
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(this::read)
                .withMessageContaining("words.journal, line 4,");
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void grown_long_it_is_replaced_by_the_shortest_that_says_the_same_and_goes_on() throws IOException {
        var switches = folder.resolve("switch.journal");
        try (var journal = Journal.open(switches, String.class, new Switch(), 0)) {
            for (int i = 0; i < 100; i++) journal.append(i % 2 == 0 ? "on" : "off");
        }
        assertThat(Files.readAllLines(switches)).hasSizeLessThan(10);
        var last = new Switch();
        Journal.open(switches, String.class, last).close();
        assertThat(last.position).isEqualTo("off");
    }

    private void write(String... words) throws IOException {
        try (var journal = Journal.open(file, String.class, new Words())) {
            for (var word : words) journal.append(word);
        }
    }

    private Set<String> read() throws IOException {
        var words = new Words();
        Journal.open(file, String.class, words).close();
        return words.all;
    }

    private static final class Switch implements State<String> {
        private String position = "";

        @Override
        public boolean apply(String position) {
            this.position = position;
            return true;
        }

        @Override
        public Stream<String> entries() {
            return Stream.of(position);
        }
    }

    private static final class Words implements State<String> {
        private final Set<String> all = new LinkedHashSet<>();

        @Override
        public boolean apply(String word) {
            return all.add(word);
        }

        @Override
        public Stream<String> entries() {
            return all.stream();
        }
    }
}
