/** Faults on purpose, between the queue and the handler. Off unless asked for; no handler knows of it. */
@NullMarked
package dev.fanout.messaging.chaos;

import org.jspecify.annotations.NullMarked;
