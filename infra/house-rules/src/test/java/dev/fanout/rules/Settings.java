package dev.fanout.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the compiler has noted of each module's settings, and what their files set, as tables in Markdown. */
final class Settings {
    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";
    private static final List<String> FILES = List.of("fanout-defaults.yaml", "application.yaml");
    private static final Map<String, String> TYPES = Map.of(
            "java.lang.Boolean", "`true` or `false`",
            "java.lang.Integer", "whole number",
            "java.lang.Long", "whole number",
            "java.lang.Double", "decimal number",
            "java.time.Duration", "duration (ms)",
            "java.nio.file.Path", "path",
            "org.springframework.util.unit.DataSize", "size (bytes)",
            "java.util.Set<java.lang.String>", "list of texts",
            "java.util.List<java.lang.String>", "list of texts",
            "java.util.Map<java.lang.String,java.lang.String>", "texts by name");

    /** One of ours: Boot's own are documented by Boot. */
    record Setting(String module, String name, String type, Object usual, String does) {
        String prefix() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        private String row() {
            var value = usual == null ? "" : code(String.valueOf(usual).replaceAll("^\\[(.*)]$", "$1"));
            return "| `%s` | %s | %s | %s |".formatted(name, type, value, does);
        }
    }

    private Settings() {}

    static List<Setting> all() {
        return modules().flatMap(Settings::of).toList();
    }

    static String tables() {
        var byPlace = all().stream().collect(Collectors.groupingBy(
                setting -> "### %s, from %s".formatted(setting.prefix(), setting.module()),
                TreeMap::new, Collectors.toList()));
        return byPlace.entrySet().stream()
                .map(place -> place.getKey() + "\n\n| property | type | default | what it does |\n|---|---|---|---|\n"
                        + rows(place.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** What the modules' own files say about our settings, or about Boot's. */
    static String values() {
        return "| module | property | value |\n|---|---|---|\n"
                + modules().flatMap(Settings::values).collect(Collectors.joining());
    }

    private static Stream<String> values(String module) {
        return FILES.stream()
                .map(file -> module + "/src/main/resources/" + file)
                .filter(file -> Files.exists(root(file)))
                .flatMap(file -> leaves("", Yamls.yaml(file))
                        .filter(leaf -> !leaf.startsWith("`logging."))
                        .map(leaf -> "| [%s](../%s) | %s |\n".formatted(module, file, leaf)));
    }

    static Stream<String> modules() {
        return Yamls.text("pom.xml").lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""));
    }

    private static String rows(List<Setting> settings) {
        return settings.stream()
                .sorted(Comparator.comparing(Setting::name))
                .map(setting -> setting.row() + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<Setting> of(String module) {
        var file = module + "/" + METADATA;
        if (!Files.exists(root(file))) return Stream.of();
        var properties = (List<?>) JsonMapper.shared().readValue(root(file), Map.class).get("properties");
        return properties.stream()
                .map(property -> new Setting(
                        module,
                        (String) Yamls.at(property, "name"),
                        type((String) Yamls.at(property, "type")),
                        Yamls.at(property, "defaultValue"),
                        plain((String) Yamls.at(property, "description"))))
                .filter(setting -> setting.name().matches("(fanout|worker)\\..*"));
    }

    private static String type(String java) {
        var simple = java.substring(java.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(java, simple.equals("String") ? "text" : "one of a few words");
    }

    private static String plain(String javadoc) {
        return Objects.requireNonNullElse(javadoc, "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ((?:[^{}]|\\{[^{}]*})*)}", "`$1`");
    }

    private static Stream<String> leaves(String path, Object node) {
        if (!(node instanceof Map<?, ?> map)) return Stream.of(code(path) + " | " + code(String.valueOf(node)));
        return map.entrySet().stream()
                .flatMap(entry -> leaves(path + (path.isEmpty() ? "" : ".") + entry.getKey(), entry.getValue()));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    private static Path root(String file) {
        return Path.of("../..", file);
    }
}
