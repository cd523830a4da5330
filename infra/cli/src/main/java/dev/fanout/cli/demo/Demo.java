package dev.fanout.cli.demo;

import dev.fanout.cli.console.Colour;
import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.rest.Rest;
import java.time.Duration;
import java.util.List;

/** Plays the story, waits until every service shows its part of it, and tells what each did. */
final class Demo {
    private static final long POLL_MILLIS = 200;

    private final Terminal terminal;
    private final Rest rest;
    private final Story story;
    private final List<Section> sections;
    private final Duration patience;

    Demo(Terminal terminal, Rest rest, Story story, Duration patience) {
        var publisher = new PublisherSection(rest, story);
        this.terminal = terminal;
        this.rest = rest;
        this.story = story;
        this.patience = patience;
        this.sections = List.of(
                publisher,
                new EmailSection(rest, publisher::placed),
                new InventorySection(rest, story, publisher::placed),
                new AnalyticsSection(rest, story),
                new AuditorsSection(rest, story));
    }

    /** @throws DemoFailed with the one line that says what is wrong */
    void run() throws InterruptedException {
        sections.forEach(section -> section.processes().forEach(this::requireReady));
        terminal.line("Three orders with changes and ten views go in, in run %s.".formatted(story.run()));
        sections.forEach(Section::before);
        sections.forEach(Section::act);
        var begin = System.nanoTime();
        awaitAll(begin + patience.toNanos());
        var took = (System.nanoTime() - begin) / 1_000_000;
        sections.forEach(this::tell);
        terminal.line("");
        terminal.line("Every service showed all of it within %d ms of the last request.".formatted(took));
    }

    private void requireReady(String service) {
        if (!rest.isReady(service)) throw new DemoFailed(service + " is running, but not ready");
    }

    private void awaitAll(long deadline) throws InterruptedException {
        var missing = missing();
        while (!missing.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new DemoFailed("missing after %d s: %s"
                        .formatted(patience.toSeconds(), String.join("; ", missing)));
            }
            Thread.sleep(POLL_MILLIS);
            missing = missing();
        }
    }

    private List<String> missing() {
        return sections.stream()
                .flatMap(each -> each.missing().stream().map(what -> each.service() + " has " + what))
                .toList();
    }

    private void tell(Section section) {
        terminal.line("");
        terminal.line(terminal.in(Colour.BOLD, section.service()));
        terminal.lines(section.report());
    }
}
