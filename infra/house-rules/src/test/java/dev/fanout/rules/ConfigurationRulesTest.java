package dev.fanout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting is documented, as the compiler has read it from the sources. */
class ConfigurationRulesTest {
    private static final Path PAGE = Path.of("../../docs/configuration.md");
    private static final String RENDERED = "<!-- rendered from here on: ConfigurationRulesTest -->";
    private static final Pattern READ_BY_NAME = Pattern.compile("(?:\\$\\{|(?<!System\\.)getProperty\\(\""
            + "|ConditionalOnProperty\\((?:name = )?\"|PROVISION = \")(fanout\\.[\\w.-]+)");

    @Test
    void the_page_of_settings_is_what_the_sources_say() throws IOException {
        var page = Files.readString(PAGE);
        var rendered = page.substring(0, page.indexOf(RENDERED)) + RENDERED
                + "\n\n## Every setting\n\n" + Settings.tables()
                + "\n## Values that the modules set themselves\n\n" + Settings.values();
        if (Boolean.getBoolean("fanout.render")) Files.writeString(PAGE, rendered);
        assertThat(PAGE)
                .as("stale; render it again: ./mvnw -pl infra/house-rules -am test -Dtest=ConfigurationRulesTest "
                        + "-Dfanout.render=true -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(rendered);
    }

    @Test
    void every_setting_says_what_it_does() {
        assertThat(Settings.all())
                .as("a @param of the record, or a description in additional-spring-configuration-metadata.json")
                .filteredOn(setting -> !setting.does().endsWith("."))
                .isEmpty();
    }

    @Test
    void a_setting_that_is_read_by_its_name_is_documented_too() {
        var names = Settings.all().stream().map(Settings.Setting::name).toList();
        var read = sources().flatMap(source -> READ_BY_NAME.matcher(source).results()).map(found -> found.group(1));
        assertThat(read)
                .as("name it in additional-spring-configuration-metadata.json")
                .contains("fanout.provision", "fanout.events.max-ahead")
                .isSubsetOf(names);
    }

    private static Stream<String> sources() {
        return Settings.modules()
                .map(module -> Path.of("../..", module, "src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(ConfigurationRulesTest::texts);
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            var java = files.filter(file -> file.toString().endsWith(".java"));
            return java.map(ConfigurationRulesTest::text).toList().stream();
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
