/** Observes the outside of a scenario: queues, tables, metrics; and compares it with what was expected. */
@NullMarked
package dev.fanout.scenarios.observe;

import org.jspecify.annotations.NullMarked;
