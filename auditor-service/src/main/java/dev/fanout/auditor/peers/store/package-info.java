/** Keeps in DynamoDB what a vote must not forget: signed statements, snapshots of windows, missed events. */
@NullMarked
package dev.fanout.auditor.peers.store;

import org.jspecify.annotations.NullMarked;
