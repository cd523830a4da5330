package dev.fanout.messaging.sqs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that a queue does not answer, and once that it does again. */
final class PollWatch {
    private static final Logger log = LoggerFactory.getLogger(PollWatch.class);

    private final ReceiveSettings settings;
    private final Set<String> silent = new HashSet<>();

    PollWatch(ReceiveSettings settings) {
        this.settings = settings;
    }

    boolean isSilent(SubscribedQueue queue) {
        return queue.silence().compareTo(settings.silence()) > 0;
    }

    synchronized void look(List<SubscribedQueue> queues) {
        for (var queue : queues) {
            var name = queue.subscription().queue();
            if (isSilent(queue)) {
                if (silent.add(name))
                    log.warn("{}: no answer for {} s; nothing is lost, polling goes on",
                            name, queue.silence().toSeconds());
            } else if (silent.remove(name)) {
                log.info("{}: answers again", name);
            }
        }
    }
}
