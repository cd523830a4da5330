/** Takes orders and views by REST and publishes what happened. */
@NullMarked
package dev.fanout.publisher;

import org.jspecify.annotations.NullMarked;
