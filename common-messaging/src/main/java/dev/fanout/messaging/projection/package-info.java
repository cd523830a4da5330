/** From a batch of deliveries to effects in DynamoDB, exactly once: one transaction writes effects and markers. */
@NullMarked
package dev.fanout.messaging.projection;

import org.jspecify.annotations.NullMarked;
