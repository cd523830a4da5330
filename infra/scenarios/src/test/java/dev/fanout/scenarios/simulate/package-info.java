@NullMarked
package dev.fanout.scenarios.simulate;

import org.jspecify.annotations.NullMarked;
