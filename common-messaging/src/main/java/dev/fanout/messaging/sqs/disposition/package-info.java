/** Carries dispositions out: deletes a message, delays it, or sends it to the dead-letter queue. */
@NullMarked
package dev.fanout.messaging.sqs.disposition;

import org.jspecify.annotations.NullMarked;
