/** What a service says of its effects. It sees neither queues nor retries nor DynamoDB's API. */
@NullMarked
package dev.fanout.messaging;

import org.jspecify.annotations.NullMarked;
