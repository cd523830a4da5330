@NullMarked
package dev.fanout.testing;

import org.jspecify.annotations.NullMarked;
