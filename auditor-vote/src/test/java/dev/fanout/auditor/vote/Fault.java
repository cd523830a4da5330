package dev.fanout.auditor.vote;

/** What is wrong with the one of three that is faulty. */
enum Fault {
    NOTHING,
    CRASHING,
    FORGETTING,
    DOUBLE_COUNTING,
    INVENTING,
    /** It is two, with one key and two ledgers; each talks to one peer only, or both to both, or one hardly at all. */
    EQUIVOCATING,
    /** Opens its claim with something else than it has claimed. */
    MISANSWERING,
    /** Loses its journal in a crash, and finds more in its ledger than before. */
    AMNESIAC,
    /** Claims, and never opens its claim. */
    MUTE;

    /** Whether the two others can be sure of what it is. Silence proves nothing: it may be the network's. */
    boolean letsEveryWindowBeDecided() {
        return this != AMNESIAC && this != MUTE;
    }
}
