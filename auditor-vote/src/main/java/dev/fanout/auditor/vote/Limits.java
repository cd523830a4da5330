package dev.fanout.auditor.vote;

/** What a message may hold at most: nobody makes an auditor reserve more than this by naming a large number. */
final class Limits {
    static final int MESSAGE_BYTES = 512 << 10;
    /** Of one signed statement: the proof of a lie, in one message, can be two. */
    static final int SIGNED_BYTES = 240 << 10;
    /** Of a host's or an auditor's name. */
    static final int TEXT_BYTES = 2048;
    /** Of one event's content. */
    static final int CONTENT_BYTES = 64 << 10;
    /** In the counts of one claim: hosts beyond it are claimed as 0, and reconciled like the others. */
    static final int CLAIMED_HOSTS_BYTES = 128 << 10;
    /** Of one page of nodes or of events, before its last one. */
    static final int PAGE_BYTES = 64 << 10;
    /** Nodes or events asked for at once. */
    static final int ASKED = 128;
    /** In one window of one auditor. A liar that claims more is not listened to. */
    static final int EVENTS = 200_000;

    private Limits() {}
}
