/**
 * Faults on purpose, between the queue and the handler, and between the outbox and the topic. Off unless asked for; no
 * handler and no outbox knows of it.
 */
@NullMarked
package dev.fanout.chaos;

import org.jspecify.annotations.NullMarked;
