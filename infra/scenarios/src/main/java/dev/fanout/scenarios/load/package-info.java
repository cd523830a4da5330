/** Clients that scenarios drive the suite with, and the consumers that they start and kill. */
@NullMarked
package dev.fanout.scenarios.load;

import org.jspecify.annotations.NullMarked;
