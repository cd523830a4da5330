package dev.fanout.topology;

import java.util.ArrayList;
import java.util.List;

/** The topology as a Mermaid flowchart. */
public final class Picture {
    private Picture() {}

    public static String of(Topology topology) {
        var lines = new ArrayList<String>();
        lines.add("flowchart LR");
        lines.add("  client([curl]) -->|REST| publisher");
        topology.topics().forEach(topic -> lines.add("  %s{{%s}}".formatted(id(topic.name()), topic.name())));
        topology.services().forEach(service -> draw(service, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void draw(Service service, List<String> lines) {
        service.publishes().forEach(topic -> lines.add("  %s -->|SNS| %s".formatted(service.name(), id(topic.name()))));
        for (var heard : service.hears()) {
            var queue = id(heard.queue());
            lines.add("  %s --> %s[/%s/] --> %s"
                    .formatted(id(heard.topic().name()), queue, heard.queue(), service.name()));
        }
        service.tables().forEach(table ->
                lines.add("  %s --- %s[(%s)]".formatted(service.name(), id(table.name()) + "_table", table.name())));
    }

    private static String id(String name) {
        return name.replace('-', '_').replace('.', '_');
    }
}
