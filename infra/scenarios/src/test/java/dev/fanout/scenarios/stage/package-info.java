@NullMarked
package dev.fanout.scenarios.stage;

import org.jspecify.annotations.NullMarked;
