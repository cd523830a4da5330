/**
 * The pipeline's way to SQS: containers that poll, dispositions that acknowledge, delay and park; health and metrics.
 */
@NullMarked
package dev.fanout.messaging.sqs;

import org.jspecify.annotations.NullMarked;
