package dev.fanout.auditor;

/** What was counted of one window. */
record CountedWindow(Window window, boolean closed, Totals totals) {}
