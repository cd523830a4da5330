/** Compares what observers report with the truth about the traffic. */
@NullMarked
package dev.fanout.scenarios.simulate.observe;

import org.jspecify.annotations.NullMarked;
