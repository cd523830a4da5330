/** Effects, markers and attempts in DynamoDB. */
@NullMarked
package dev.fanout.messaging.dynamodb;

import org.jspecify.annotations.NullMarked;
