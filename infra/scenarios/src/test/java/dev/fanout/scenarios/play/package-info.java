@NullMarked
package dev.fanout.scenarios.play;

import org.jspecify.annotations.NullMarked;
