package dev.fanout.scenarios.stage;

import dev.fanout.scenarios.produce.Progress;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Waits for what may never come, and says for what. */
record Waiter(ScenarioOptions options, Processes processes, Progress progress) {
    private static final long POLL_MILLIS = 150;

    /** What is waited for. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Returns when it is over, or when the patience is: what is observed then will tell. */
    void await(Supplier<String> how, Condition over) throws InterruptedException {
        var deadline = System.nanoTime() + options.patience().toNanos();
        while (System.nanoTime() < deadline) {
            processes.failIfAnyEnded();
            try {
                if (over.holds()) break;
                progress.say("waiting: " + how.get());
            } catch (SdkException | CompletionException e) {
                progress.say("waiting: AWS does not answer");
            }
            Thread.sleep(POLL_MILLIS);
        }
        progress.end();
    }
}
