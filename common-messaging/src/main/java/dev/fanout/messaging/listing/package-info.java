/** Answers about many things that stay small: the largest with the rest summed, and long reads that are shared. */
@NullMarked
package dev.fanout.messaging.listing;

import org.jspecify.annotations.NullMarked;
