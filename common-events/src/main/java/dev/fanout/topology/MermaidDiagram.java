package dev.fanout.topology;

import java.util.ArrayList;
import java.util.List;

/** The topology as a Mermaid flowchart. */
public final class MermaidDiagram {
    private MermaidDiagram() {}

    public static String of(Topology topology) {
        var lines = new ArrayList<String>();
        lines.add("flowchart LR");
        lines.add("  client([curl]) -->|REST| publisher[publisher]");
        topology.topics().forEach(topic -> lines.add("  %s{{%s}}".formatted(id(topic.name()), topic.name())));
        topology.services().forEach(service -> draw(service, lines));
        drawVotes(topology.voters(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void draw(Service service, List<String> lines) {
        service.publishes().forEach(topic -> lines.add("  %s -->|SNS| %s".formatted(node(service), id(topic.name()))));
        for (var heard : service.subscriptions()) {
            var queue = id(heard.queue());
            lines.add("  %s --> %s[/%s/] --> %s"
                    .formatted(id(heard.topic().name()), queue, heard.queue(), node(service)));
        }
        service.tables().forEach(table ->
                lines.add("  %s --- %s[(%s)]".formatted(node(service), id(table.name()) + "_table", table.name())));
    }

    private static void drawVotes(List<Service> voters, List<String> lines) {
        for (int i = 0; i < voters.size(); i++)
            for (var peer : voters.subList(i + 1, voters.size()))
                lines.add("  %s <-. vote .-> %s".formatted(id(voters.get(i).name()), id(peer.name())));
    }

    private static String node(Service service) {
        return id(service.name()) + "[" + service.name() + "]";
    }

    private static String id(String name) {
        return name.replace('-', '_').replace('.', '_');
    }
}
