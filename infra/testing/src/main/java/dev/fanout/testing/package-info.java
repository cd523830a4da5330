/** What integration tests stand on: one stack a JVM, unique names, and one way to wait. */
@NullMarked
package dev.fanout.testing;

import org.jspecify.annotations.NullMarked;
