package dev.fanout.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void a_folder_is_made_and_found_again() throws IOException {
        var path = parent.resolve("deep/data");
        DataFolder.open(path).close();
        DataFolder.open(path).close();
        assertThat(path).isDirectory();
    }

    @Test
    void one_stack_at_a_time_has_it() throws IOException {
        try (var first = DataFolder.open(parent)) {
            refused(first.path(), "in use by another local stack");
        }
        DataFolder.open(parent).close();
    }

    @Test
    void a_folder_with_somebody_elses_files_is_left_alone() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");
        refused(parent, "not the local stack's");
        assertThat(parent).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
    }

    @Test
    void a_format_that_this_version_does_not_know_is_named_and_left_alone() throws IOException {
        Files.writeString(parent.resolve("format"), "fanout-local 2\n");
        refused(parent, "'fanout-local 2'");
        assertThat(parent.resolve("format")).content().isEqualTo("fanout-local 2\n");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "");
        refused(file, "cannot be used");
        refused(file.resolve("below"), "cannot be used");
    }

    private static void refused(Path path, String reason) {
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> DataFolder.open(path))
                .withMessageContaining(path.toString())
                .withMessageContaining(reason);
    }
}
