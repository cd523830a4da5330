/** What all scenarios play on: names of their own at AWS, processes, and ways to see what came of it. */
@NullMarked
package dev.fanout.scenarios.stage;

import org.jspecify.annotations.NullMarked;
