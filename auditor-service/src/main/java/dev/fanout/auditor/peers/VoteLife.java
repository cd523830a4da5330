package dev.fanout.auditor.peers;

import dev.fanout.auditor.vote.Settings;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the vote with its service, beside it: an auditor that cannot vote still keeps its ledger. */
final class VoteLife implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VoteLife.class);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final VoteSettings settings;
    private final Service auditor;
    private final Topology topology;
    private final Journal journal;
    private final FrozenWindows frozen;
    private final Closing closing;
    private final Outbox outbox;
    private final Verdicts verdicts;
    private final Shelf shelf;
    private final Neighbourhood neighbourhood;
    private volatile @Nullable Thread thread;

    VoteLife(VoteSettings settings, Service auditor, Topology topology, Journal journal, FrozenWindows frozen,
            Closing closing, Outbox outbox, Verdicts verdicts, Shelf shelf, Neighbourhood neighbourhood) {
        this.settings = settings;
        this.auditor = auditor;
        this.topology = topology;
        this.journal = journal;
        this.frozen = frozen;
        this.closing = closing;
        this.outbox = outbox;
        this.verdicts = verdicts;
        this.shelf = shelf;
        this.neighbourhood = neighbourhood;
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
                log.debug("{}: asked to stop, or somebody's mistake", auditor.name());
            } catch (Error e) {
                log.error("{}: the vote fell, and is taken up again", auditor.name(), e);
            }
        }
        neighbourhood.close();
    }

    private void tryToVote() throws InterruptedException {
        try {
            var keys = settings.keysOf(auditor);
            var seal = keys.seal();
            keys.missing(peers().stream()).forEach(file ->
                    log.info("{}: {} is not there yet; until then, nothing that its auditor says is believed",
                            auditor.name(), file));
            var vote = new Vote(rules(), seal, journal, frozen, closing, outbox, shelf);
            neighbourhood.join(vote::hear);
            verdicts.recall();
            vote.run();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception e) {
            log.error("{} does not vote, but tries again in {} s: {}", auditor.name(),
                    BEFORE_THE_NEXT_TRY.toSeconds(), reason(e));
        }
    }

    private Settings rules() {
        var usual = Settings.of(auditor.name(), peers());
        return new Settings(usual.self(), usual.others(), usual.resend(), usual.slowestResend(), settings.patience(),
                Shelf.KEPT);
    }

    private List<String> peers() {
        return topology.voters().stream().map(Service::name).filter(name -> !name.equals(auditor.name())).toList();
    }

    private static String reason(Exception e) {
        return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                .map(String::valueOf)
                .reduce((outer, inner) -> outer + ", because of " + inner)
                .orElseThrow();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
