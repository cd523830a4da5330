/** The traffic that a simulation sends, the same again for the same plan, and the truth about it. */
@NullMarked
package dev.fanout.scenarios.simulate.traffic;

import org.jspecify.annotations.NullMarked;
