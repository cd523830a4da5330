package dev.fanout.auditor.vote.codec;

/** What a message may hold at most: nobody makes an auditor reserve more than this by naming a large number. */
public final class Limits {
    public static final int MESSAGE_BYTES = 512 << 10;
    /** Of one signed statement: the proof of a lie, in one message, can be two. */
    public static final int SIGNED_BYTES = 240 << 10;
    /** Of a host's or an auditor's name. */
    public static final int TEXT_BYTES = 2048;
    /** Of one event's content. */
    public static final int CONTENT_BYTES = 64 << 10;
    /** In the counts of one claim: hosts beyond it are claimed as 0, and reconciled like the others. */
    public static final int CLAIMED_HOSTS_BYTES = 128 << 10;
    /** Of one page of nodes or of events, before its last one. */
    public static final int PAGE_BYTES = 64 << 10;
    /** Nodes or events asked for at once. */
    public static final int ASKED = 128;
    /** In one window of one auditor. A liar that claims more is not listened to. */
    public static final int EVENTS = 200_000;

    private Limits() {}
}
