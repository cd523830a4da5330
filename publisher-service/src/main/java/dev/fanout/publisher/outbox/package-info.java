/** Events that are written with what they tell, and published afterwards: at least once, always. */
@NullMarked
package dev.fanout.publisher.outbox;

import org.jspecify.annotations.NullMarked;
