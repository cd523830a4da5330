/** Makes work and sends it, the same for the same seed. */
@NullMarked
package dev.fanout.scenarios.produce;

import org.jspecify.annotations.NullMarked;
