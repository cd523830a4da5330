package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.message.Signer;

/** Who votes: its name and times, its key, its ledger. */
record Auditor(VoterSettings settings, Signer signer, LocalLedger ledger) {
    String name() {
        return settings.self();
    }
}
