/** What the vote decided about each window, as people and Prometheus see it. */
@NullMarked
package dev.fanout.auditor.peers.verdict;

import org.jspecify.annotations.NullMarked;
