/** What whoever publishes events needs to know of it, and no more. */
@NullMarked
package dev.fanout.messaging.publish;

import org.jspecify.annotations.NullMarked;
