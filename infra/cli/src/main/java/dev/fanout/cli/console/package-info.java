/** How the command talks: lines, colours, tables. */
@NullMarked
package dev.fanout.cli.console;

import org.jspecify.annotations.NullMarked;
