/** Orders: placed, moved through their states, looked at. */
@NullMarked
package dev.fanout.publisher.orders;

import org.jspecify.annotations.NullMarked;
