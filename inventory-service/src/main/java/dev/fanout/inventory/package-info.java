/** Reserves, releases and ships stock. */
@NullMarked
package dev.fanout.inventory;

import org.jspecify.annotations.NullMarked;
