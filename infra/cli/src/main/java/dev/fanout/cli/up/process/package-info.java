/** One program as a process: started, watched, and ended with this one. */
@NullMarked
package dev.fanout.cli.up.process;

import org.jspecify.annotations.NullMarked;
