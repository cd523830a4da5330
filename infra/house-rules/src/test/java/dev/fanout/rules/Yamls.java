package dev.fanout.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Files of the repository, as trees. */
final class Yamls {
    private Yamls() {}

    /** Null, where there is nothing. */
    static Object at(Object node, Object... path) {
        var found = node;
        for (var step : path) {
            found = switch (found) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when step instanceof Integer index -> list.get(index);
                case null, default -> null;
            };
        }
        return found;
    }

    static Map<?, ?> yaml(String file) {
        // Compose's own tags, of what an override takes away, say nothing here.
        return new Yaml().load(text(file).replaceAll("!(override|reset)", ""));
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of("../..", file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
