/** The scenario of three auditors that disagree: what they were sent, and what they decided. */
@NullMarked
package dev.fanout.scenarios.play.auditors;

import org.jspecify.annotations.NullMarked;
