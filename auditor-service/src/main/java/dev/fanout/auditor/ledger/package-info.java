/** Writes each view into the ledger once, and closes windows. */
@NullMarked
package dev.fanout.auditor.ledger;

import org.jspecify.annotations.NullMarked;
