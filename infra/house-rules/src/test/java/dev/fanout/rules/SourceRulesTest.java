package dev.fanout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must keep to. */
class SourceRulesTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern OWN_VERSION =
            Pattern.compile("<version>(?!\\$\\{project\\.version}|0\\.1\\.0-SNAPSHOT)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);");
    private static final Pattern WAITING = Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|LockSupport\\.park");
    private static final Pattern MOCKING = Pattern.compile("org\\.mockito|@Mock");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@Disabled\\b(?!\\(\")");

    @Test
    void tests_wait_by_eventually_only() {
        assertThat(javaFiles(path -> path.contains("/src/test/"), WAITING)).isEmpty();
    }

    @Test
    void tests_mock_nothing() {
        assertThat(javaFiles(path -> path.contains("/src/test/"), MOCKING)).isEmpty();
    }

    @Test
    void no_test_is_switched_off_without_a_reason() {
        assertThat(javaFiles(path -> path.contains("/src/test/"), SWITCHED_OFF)).isEmpty();
    }

    @Test
    void versions_live_in_the_parent_pom_alone() {
        var poms = files().filter(file -> file.endsWith("pom.xml") && !file.getParent().equals(ROOT));
        assertThat(poms.filter(file -> OWN_VERSION.matcher(text(file)).find())).isEmpty();
    }

    @Test
    void lines_fit_a_screen() {
        var tooWide = Pattern.compile("(?m)^.{121,}$");
        assertThat(javaFiles(path -> path.contains("/src/main/"), tooWide).stream()
                        .flatMap(file -> places(file, tooWide)))
                .isEmpty();
        assertThat(javaFiles(path -> true, Pattern.compile("\t"))).isEmpty();
    }

    @Test
    void nothing_is_imported_in_vain() {
        assertThat(javaFiles(path -> true, IMPORT).stream().filter(SourceRulesTest::importsInVain)).isEmpty();
    }

    @Test
    void source_files_stay_short_enough_to_be_read() {
        var tooLong = files().filter(file -> file.toString().contains("/src/main/java/") && text(file).lines().count() > 200);
        assertThat(tooLong).isEmpty();
    }

    /** As an editor jumps there: {@code path/File.java:42}. */
    private static Stream<String> places(Path file, Pattern what) {
        var source = text(file);
        return what.matcher(source).results()
                .map(found -> ROOT.relativize(file) + ":" + source.substring(0, found.end()).lines().count());
    }

    private static boolean importsInVain(Path file) {
        var source = text(file);
        var code = source.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        return IMPORT.matcher(source).results()
                .map(found -> found.group(1))
                .anyMatch(name -> !Pattern.compile("\\b" + name + "\\b").matcher(code).find());
    }

    private static List<Path> javaFiles(Predicate<String> where, Pattern what) {
        return files()
                .filter(file -> file.toString().endsWith(".java") && where.test(file.toString()))
                .filter(file -> !file.endsWith("SourceRulesTest.java"))
                .filter(file -> what.matcher(text(file)).find())
                .toList();
    }

    private static Stream<Path> files() {
        try (var all = Files.walk(ROOT)) {
            return all.filter(file -> !file.toString().contains("/target/") && !file.toString().contains("/.git/"))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
