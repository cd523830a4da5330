@NullMarked
package dev.fanout.publisher.orders;

import org.jspecify.annotations.NullMarked;
