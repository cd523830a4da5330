package dev.fanout.web;

/** How many entries an answer lists. Constants, since annotations name them. */
public final class Limit {
    public static final String USUAL = "100";

    public static final int MOST = 1_000;

    private Limit() {}
}
