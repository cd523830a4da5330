package dev.fanout.auditor.peers;

import dev.fanout.auditor.peers.keys.KeyFolder;
import dev.fanout.auditor.peers.network.Address;
import dev.fanout.auditor.peers.network.PeerNetwork;
import dev.fanout.auditor.peers.verdict.VerdictStore;
import dev.fanout.auditor.peers.verdict.VoteMetrics;
import dev.fanout.auditor.vote.message.Signer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the vote with its service, beside it: an auditor that cannot vote still keeps its ledger. */
final class VoteLifecycle implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VoteLifecycle.class);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final String auditor;
    private final List<String> others;
    private final KeyFolder keys;
    private final PeerNetwork network;
    private final Supplier<Address> address;
    private final VoteMetrics metrics;
    private final VerdictStore verdicts;
    private final Function<Signer, Vote> votes;
    private volatile @Nullable Thread thread;

    /**
     * @param address where this auditor can be reached, known when its service has started
     * @param votes makes the vote of whoever signs with this seal
     */
    VoteLifecycle(String auditor, List<String> others, KeyFolder keys, PeerNetwork network, Supplier<Address> address,
            VerdictStore verdicts, VoteMetrics metrics, Function<Signer, Vote> votes) {
        this.auditor = auditor;
        this.others = others;
        this.keys = keys;
        this.network = network;
        this.address = address;
        this.verdicts = verdicts;
        this.metrics = metrics;
        this.votes = votes;
    }

    @Override
    public void start() {
        var vote = Thread.ofPlatform().name("vote").daemon().unstarted(this::live);
        thread = vote;
        vote.start();
    }

    private void live() {
        while (isRunning()) {
            try {
                tryToVote();
                Thread.sleep(BEFORE_THE_NEXT_TRY);
            } catch (InterruptedException _) {
                log.debug("{}: asked to stop, or somebody's mistake", auditor);
            } catch (Error e) {
                log.error("{}: the vote fell, and is taken up again", auditor, e);
            }
        }
        network.close();
    }

    private void tryToVote() throws InterruptedException {
        try {
            var signer = keys.seal();
            var vote = votes.apply(signer);
            keys.missing(others.stream()).forEach(file ->
                    log.info("{}: {} is not there yet; until then, nothing that its auditor says is believed",
                            auditor, file));
            network.join(signer, address.get(), (from, message) -> {
                metrics.received(message.length);
                return vote.hear(from, message);
            });
            verdicts.recall();
            vote.run();
        } catch (RuntimeException e) {
            log.error("{} does not vote, but tries again in {} s: {}", auditor,
                    BEFORE_THE_NEXT_TRY.toSeconds(), e.toString());
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(STOP_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
