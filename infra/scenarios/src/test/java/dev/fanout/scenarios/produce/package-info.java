@NullMarked
package dev.fanout.scenarios.produce;

import org.jspecify.annotations.NullMarked;
