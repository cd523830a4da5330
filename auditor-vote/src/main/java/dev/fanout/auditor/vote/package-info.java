/** How three auditors agree on what was viewed, without a centre: messages and time in, messages and verdicts out. */
@NullMarked
package dev.fanout.auditor.vote;

import org.jspecify.annotations.NullMarked;
