/** The published language: what happened, as records, and the one codec that reads and writes them. */
@NullMarked
package dev.fanout.events;

import org.jspecify.annotations.NullMarked;
