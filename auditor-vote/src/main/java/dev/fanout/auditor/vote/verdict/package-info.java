/** From claims to a verdict: pure functions, the same at each auditor. */
@NullMarked
package dev.fanout.auditor.vote.verdict;

import org.jspecify.annotations.NullMarked;
