package dev.fanout.scenarios.simulate.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficRecordingTest {
    private final TrafficRecording recording =
            new TrafficRecording(new RunId("old", 9), Plans.disturbed(Plans.ALL, 9).traffic());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_written_down_is_read_again() {
        recording.write(file());
        assertThat(TrafficRecording.read(file())).isEqualTo(recording);
    }

    @Test
    void it_is_a_line_for_each_message_under_a_heading() throws IOException {
        recording.write(file());
        assertThat(Files.readAllLines(file())).hasSize(1 + recording.traffic().sendings().size())
                .first().asString().startsWith("{\"run\":\"old\"");
    }

    @Test
    void a_replay_is_the_same_under_another_name() {
        var again = recording.as("new");
        assertThat(again.traffic()).isEqualTo(recording.traffic());
        assertThat(again.run()).isEqualTo(new RunId("new", 9));
        assertThatThrownBy(() -> recording.as("old")).hasMessageContaining("under another name");
    }

    @Test
    void a_file_that_is_none_is_refused_with_the_reason() throws IOException {
        assertThatThrownBy(() -> TrafficRecording.read(file())).hasMessageContaining("there is no file");
        Files.writeString(file(), "");
        assertThatThrownBy(() -> TrafficRecording.read(file())).hasMessageContaining("is empty");
        Files.writeString(file(), "views: many\n");
        assertThatThrownBy(() -> TrafficRecording.read(file())).hasMessageContaining("line 1: ");
    }

    @Test
    void one_that_was_cut_off_is_refused() throws IOException {
        recording.write(file());
        Files.write(file(), Files.readAllLines(file()).subList(0, 100));
        assertThatThrownBy(() -> TrafficRecording.read(file()))
                .hasMessageContaining("is not whole: it has 99 messages");
    }

    private Path file() {
        return folder.resolve("run.jsonl");
    }
}
