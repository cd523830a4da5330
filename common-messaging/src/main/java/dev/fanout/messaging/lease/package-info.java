/** Which instance works on which event, and the heartbeat that keeps its lease. */
@NullMarked
package dev.fanout.messaging.lease;

import org.jspecify.annotations.NullMarked;
