/** Tells customers about their orders, by mail. */
@NullMarked
package dev.fanout.email;

import org.jspecify.annotations.NullMarked;
