package dev.fanout.rules;

import static dev.fanout.rules.Yamls.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What containers may take of the machine, and what they let out: no more than they must. */
class ContainerBoundsRulesTest {
    private static final String COMPOSE = "docker-compose.yml";
    private static final String PUBLISHED = "127\\.0\\.0\\.1:\\d+:\\d+";
    private static final Pattern EXACT_TAG = Pattern.compile("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+\\S*");

    /** Beyond the heap: classes, code, threads, native libraries, the mapped cache, and /tmp. */
    private static final long MEGABYTES_BESIDE_THE_HEAP = 192;

    /** @param file the one that it is in */
    record Container(String file, String name, Object settings) {
        Object get(Object... path) {
            return at(settings, path);
        }

        List<String> list(String key) {
            return get(key) instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
        }

        @Override
        public String toString() {
            return name + " in " + file;
        }
    }

    static Stream<Container> all() {
        return Stream.of(COMPOSE, "infra/docker/localstack.yml", "infra/docker/floci.yml", "infra/docker/mailpit.yml")
                .flatMap(file -> ((Map<?, ?>) Yamls.yaml(file).get("services")).entrySet().stream()
                        .map(entry -> new Container(file, String.valueOf(entry.getKey()), entry.getValue())));
    }

    static Stream<Container> usual() {
        return all().filter(container -> container.file().equals(COMPOSE));
    }

    /** An override of what another file says has neither an image nor a build of its own. */
    static Stream<Container> whole() {
        return all().filter(container -> container.get("image") != null || container.get("build") != null);
    }

    static Stream<Container> programs() {
        return usual().filter(container -> container.get("build") != null);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_is_published_beyond_this_machine(Container container) {
        assertThat(container.list("ports")).allMatch(port -> port.matches(PUBLISHED));
    }

    @ParameterizedTest
    @MethodSource("usual")
    void it_writes_nowhere_and_may_do_nothing(Container container) {
        assertThat(container.get("read_only")).isEqualTo(true);
        assertThat(container.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(container.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(container.list("tmpfs")).isNotEmpty().allMatch(tmpfs -> tmpfs.matches(".*[:,]size=\\d+m"));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void its_memory_its_processes_and_its_log_are_bounded(Container container) {
        assertThat(megabytes(container.get("mem_limit"))).isPositive();
        assertThat(container.get("memswap_limit")).isEqualTo(container.get("mem_limit"));
        assertThat(container.get("pids_limit")).isInstanceOf(Integer.class);
        assertThat(container.get("logging", "driver")).isEqualTo("json-file");
        assertThat(container.get("logging", "options", "max-size")).isNotNull();
        assertThat(container.get("logging", "options", "max-file")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void its_heap_leaves_room_for_the_rest_of_the_jvm(Container container) {
        var module = String.valueOf(container.get("build", "args", "MODULE"));
        assertThat(megabytes(container.get("mem_limit")))
                .isGreaterThanOrEqualTo(heap(module) + MEGABYTES_BESIDE_THE_HEAP);
    }

    @ParameterizedTest
    @MethodSource("whole")
    void an_image_that_is_not_ours_has_an_exact_tag(Container container) {
        if (container.get("image") instanceof String image) assertThat(image).matches(EXACT_TAG);
    }

    /** Not the one that Maven runs in: the build is reproducible, and nothing of that image gets into ours. */
    @Test
    void so_has_the_image_that_ours_stand_on() {
        var image = Yamls.text("infra/docker/Dockerfile");
        var from = Pattern.compile("(?m)^FROM (\\S+:\\S++)(?! AS build$)").matcher(image);
        assertThat(from.results().map(found -> found.group(1))).isNotEmpty().allMatch(EXACT_TAG.asMatchPredicate());
    }

    /** By the last word, as the JVM reads it: a module's own options come after those of all. */
    private static long heap(String module) {
        return Stream.of("infra/jvm.options", module + "/jvm.options")
                .filter(file -> Files.exists(Path.of("../..", file)))
                .flatMap(file -> Yamls.text(file).lines())
                .filter(line -> line.startsWith("-Xmx"))
                .mapToLong(line -> megabytes(line.substring("-Xmx".length())))
                .reduce(0, (_, last) -> last);
    }

    private static long megabytes(Object amount) {
        var text = String.valueOf(amount);
        if (!text.matches("\\d+[mg]")) return 0;
        var number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("g") ? 1024 * number : number;
    }
}
