/** The small subscriber that the scenarios drive: a service like the others, but for its effect, which is countable. */
@NullMarked
package dev.fanout.scenarios.worker;

import org.jspecify.annotations.NullMarked;
