package dev.fanout.auditor.vote;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * @param self this auditor's name
 * @param others the other two
 * @param resend after this long without an answer a peer is asked again, then after twice as long, and so on
 * @param slowestResend but not more rarely than this
 * @param patience so long after its close, a window that is not final shows what can be said of it
 * @param kept windows, from the newest closed one back; an older one is forgotten, decided or not
 */
public record VoterSettings(
        String self, List<String> others, Duration resend, Duration slowestResend, Duration patience, int kept) {
    /** A peer that closes earlier is listened to so many windows ahead. */
    static final int AHEAD = 16;

    public VoterSettings {
        others = others.stream().sorted().toList();
        if (new TreeSet<>(others).size() != 2 || others.contains(self))
            throw new IllegalArgumentException("a vote is between three: " + self + ", and two others, not " + others);
        if (resend.isNegative() || resend.isZero() || kept < 1)
            throw new IllegalArgumentException("resend and kept must be above zero");
    }

    public static VoterSettings of(String self, List<String> others) {
        return new VoterSettings(self, others, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(30),
                1_000);
    }

    boolean knows(String auditor) {
        return auditor.equals(self) || others.contains(auditor);
    }

    /** Of the other two, the one that is not this one. */
    String besides(String other) {
        return others.getFirst().equals(other) ? others.getLast() : others.getFirst();
    }
}
