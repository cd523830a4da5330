@NullMarked
package dev.fanout.publisher.views;

import org.jspecify.annotations.NullMarked;
