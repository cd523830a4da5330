package dev.fanout.auditor.api;

import dev.fanout.auditor.window.Window;

/** What was counted of one window. */
record CountedWindow(Window window, boolean closed, LedgerTotals totals) {}
