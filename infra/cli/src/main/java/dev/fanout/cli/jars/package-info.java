/** Executable jars, and the layout of them that starts quickly. */
@NullMarked
package dev.fanout.cli.jars;

import org.jspecify.annotations.NullMarked;
