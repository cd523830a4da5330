@NullMarked
package dev.fanout.local;

import org.jspecify.annotations.NullMarked;
