/** Sets of events as Merkle trees: two auditors compare hashes of ranges instead of all events. */
@NullMarked
package dev.fanout.auditor.vote.merkle;

import org.jspecify.annotations.NullMarked;
