@NullMarked
package dev.fanout.publisher.crash;

import org.jspecify.annotations.NullMarked;
