package dev.fanout.auditor.vote;

/** Who votes: its name and times, its key, its ledger. */
record Auditor(Settings settings, Seal seal, Holdings holdings) {
    String name() {
        return settings.self();
    }
}
