package dev.fanout.scenarios.simulate.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Traffic in a file: a line that says whose and how long, then a line for each message, all in JSON. */
public record TrafficRecording(RunId run, SimulatedTraffic traffic) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private record Heading(String run, long seed, int seconds, boolean clean, int messages) {}

    /**
     * As another run: the same again under other names, and so under other ids.
     *
     * @throws Unusable for the same name: an id that comes again with another time is a conflict, no repetition
     */
    public TrafficRecording as(String name) {
        if (name.equals(run.name()))
            throw new Unusable("run %s was recorded: replay it under another name".formatted(name));
        return new TrafficRecording(new RunId(name, run.seed()), traffic);
    }

    /** Why a file is no recording, in one line. */
    public static final class Unusable extends RuntimeException {
        Unusable(String reason) {
            super(reason);
        }
    }

    public void write(Path file) {
        var lines = new ArrayList<String>();
        var messages = traffic.sendings().size();
        lines.add(JSON.writeValueAsString(new Heading(
                run.name(), run.seed(), traffic.seconds(), traffic.clean(), messages)));
        traffic.sendings().forEach(sent -> lines.add(JSON.writeValueAsString(sent)));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new Unusable("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    public static TrafficRecording read(Path file) {
        var lines = lines(file);
        if (lines.isEmpty()) throw new Unusable(file + " is empty");
        var heading = read(file, 1, lines.getFirst(), Heading.class);
        var sendings = new ArrayList<SentView>();
        for (int i = 1; i < lines.size(); i++) sendings.add(read(file, i + 1, lines.get(i), SentView.class));
        if (sendings.size() != heading.messages() || sendings.isEmpty() || heading.seconds() < 1)
            throw new Unusable("%s is not whole: it has %d messages, not %d"
                    .formatted(file, sendings.size(), heading.messages()));
        return new TrafficRecording(
                new RunId(heading.run(), heading.seed()),
                new SimulatedTraffic(heading.seconds(), heading.clean(), sendings));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new Unusable("there is no file " + file);
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static <T> T read(Path file, int number, String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JacksonException e) {
            throw new Unusable("%s, line %d: %s".formatted(file, number, e.getOriginalMessage()));
        }
    }
}
