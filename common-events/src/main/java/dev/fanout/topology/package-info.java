/** The map of the suite: who publishes what, who hears it through which queue, and which tables they keep. */
@NullMarked
package dev.fanout.topology;

import org.jspecify.annotations.NullMarked;
