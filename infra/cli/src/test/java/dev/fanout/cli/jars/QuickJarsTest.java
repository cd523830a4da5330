package dev.fanout.cli.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickJarsTest {
    private static final List<String> OPTIONS = List.of("-Xmx256m");

    @TempDir
    private Path folder;

    @Test
    void a_jar_is_extracted_once_and_keeps_its_name() throws IOException {
        var jar = TinyJar.write(folder.resolve("tiny-exec.jar"), "hello");

        var first = layOut(jar, OPTIONS);
        Files.writeString(first.cache(), "learned");

        assertThat(first.jar()).hasFileName("tiny-exec.jar").hasContent("small");
        assertThat(layOut(jar, OPTIONS)).isEqualTo(first).satisfies(again -> assertThat(again.hasCache()).isTrue());
    }

    @Test
    void another_content_is_another_layout_even_at_the_same_time_and_size() throws IOException {
        var jar = TinyJar.write(folder.resolve("tiny-exec.jar"), "hello");
        var time = Files.getLastModifiedTime(jar);
        var before = layOut(jar, OPTIONS);

        Files.setLastModifiedTime(TinyJar.write(jar, "hallo"), time);

        assertThat(layOut(jar, OPTIONS)).isNotEqualTo(before);
        assertThat(before.jar()).doesNotExist();
    }

    @Test
    void other_options_of_the_jvm_are_another_layout() throws IOException {
        var jar = TinyJar.write(folder.resolve("tiny-exec.jar"), "hello");

        assertThat(layOut(jar, List.of("-XX:+UseZGC"))).isNotEqualTo(layOut(jar, OPTIONS));
    }

    @Test
    void the_layouts_of_other_jars_are_left_alone() throws IOException {
        var other = layOut(TinyJar.write(folder.resolve("other-exec.jar"), "hello"), OPTIONS);
        layOut(TinyJar.write(folder.resolve("tiny-exec.jar"), "hello"), OPTIONS);

        assertThat(other.jar()).exists();
    }

    @Test
    void no_library_has_a_class_path_of_its_own() throws IOException {
        var jar = TinyJar.write(folder.resolve("tiny-exec.jar"), "hello");

        var library = layOut(jar, OPTIONS).jar().resolveSibling("lib").resolve("library.jar");

        assertThat(TinyJar.manifestOf(library)).contains("Created-By: a test").doesNotContain("Class-Path");
    }

    @Test
    void what_cannot_be_extracted_is_named_and_leaves_nothing_that_looks_whole() throws IOException {
        var broken = TinyJar.writeWithoutMain(folder.resolve("broken-exec.jar"));

        assertThatThrownBy(() -> layOut(broken, OPTIONS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken-exec.jar cannot be extracted");
        assertThatThrownBy(() -> layOut(broken, OPTIONS)).hasMessageContaining("cannot be extracted");
    }

    private QuickJar layOut(Path jar, List<String> options) throws IOException {
        return new QuickJars(folder.resolve("quick")).layOut(jar, options);
    }
}
