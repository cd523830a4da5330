package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Message;
import java.util.ArrayList;
import java.util.List;

/** What one step wants done, in order. */
final class Outputs {
    private final List<Output> all = new ArrayList<>();
    private long sent;

    void keep(Message line) {
        all.add(new Output.Keep(line.window(), line.bytes()));
    }

    void send(String to, Message message) {
        var bytes = message.bytes();
        sent += bytes.length;
        all.add(new Output.Send(to, bytes));
    }

    void tell(Output output) {
        all.add(output);
    }

    long bytesSent() {
        return sent;
    }

    List<Output> all() {
        return List.copyOf(all);
    }
}
