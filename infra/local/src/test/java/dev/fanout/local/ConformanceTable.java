package dev.fanout.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The table of {@code docs/local-stack.md}, for whoever wants to hold it against what is served. */
public record ConformanceTable(List<Row> rows) {
    private static final Path PAGE = Path.of("../../docs/local-stack.md");

    /** One API or feature of one service. */
    public record Row(String service, String feature, String here, List<String> tests) {
        private static Row of(String line) {
            var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            return new Row(cells.get(1), cells.get(2), cells.get(3), List.of(cells.get(4).split(", ")));
        }
    }

    public static ConformanceTable read() throws IOException {
        var page = Files.readString(PAGE);
        return new ConformanceTable(page.substring(page.indexOf("\n## Conformance\n"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(Row::of)
                .toList());
    }

    public List<String> apisOf(String service) {
        return rows.stream()
                .filter(row -> row.service().equals(service))
                .map(Row::feature)
                .filter(feature -> feature.matches("`[A-Z]\\w+`"))
                .map(feature -> feature.replace("`", ""))
                .toList();
    }
}
