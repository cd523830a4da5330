/** How often and when a failed event is tried again. */
@NullMarked
package dev.fanout.messaging.retry;

import org.jspecify.annotations.NullMarked;
