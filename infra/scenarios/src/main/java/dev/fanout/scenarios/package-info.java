/** {@code ./fanout scenario}, {@code ./fanout produce} and {@code ./fanout simulate}. */
@NullMarked
package dev.fanout.scenarios;

import org.jspecify.annotations.NullMarked;
