/** The fanout command. Each subcommand is a package of its own. */
@NullMarked
package dev.fanout.cli;

import org.jspecify.annotations.NullMarked;
