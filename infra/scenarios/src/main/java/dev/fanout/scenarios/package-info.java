/** {@code ./fanout scenario} and {@code ./fanout produce}. */
@NullMarked
package dev.fanout.scenarios;

import org.jspecify.annotations.NullMarked;
