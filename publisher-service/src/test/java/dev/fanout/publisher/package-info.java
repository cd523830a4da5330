@NullMarked
package dev.fanout.publisher;

import org.jspecify.annotations.NullMarked;
