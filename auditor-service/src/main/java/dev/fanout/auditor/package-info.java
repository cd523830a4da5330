/** Keeps a ledger of views, and counts what is in it. */
@NullMarked
package dev.fanout.auditor;

import org.jspecify.annotations.NullMarked;
