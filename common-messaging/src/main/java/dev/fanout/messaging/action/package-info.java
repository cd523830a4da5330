/** From a delivery to an effect outside DynamoDB, under a lease. */
@NullMarked
package dev.fanout.messaging.action;

import org.jspecify.annotations.NullMarked;
