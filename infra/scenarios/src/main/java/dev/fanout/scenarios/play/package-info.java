/** The scenarios: each attacks a promise, and says what it expects beside what it has observed. */
@NullMarked
package dev.fanout.scenarios.play;

import org.jspecify.annotations.NullMarked;
