/** Counts orders, revenue and views. */
@NullMarked
package dev.fanout.analytics;

import org.jspecify.annotations.NullMarked;
