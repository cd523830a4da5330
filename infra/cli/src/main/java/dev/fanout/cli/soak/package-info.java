/** Traffic under kill -9, and the books balanced at the end. */
@NullMarked
package dev.fanout.cli.soak;

import org.jspecify.annotations.NullMarked;
