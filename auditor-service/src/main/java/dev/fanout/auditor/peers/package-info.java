/** Compares this auditor's ledger with those of its peers, by the vote. */
@NullMarked
package dev.fanout.auditor.peers;

import org.jspecify.annotations.NullMarked;
