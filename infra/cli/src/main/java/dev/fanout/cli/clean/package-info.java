/** {@code fanout clean}: takes away what the topology made under a prefix, and nothing else. */
@NullMarked
package dev.fanout.cli.clean;

import org.jspecify.annotations.NullMarked;
