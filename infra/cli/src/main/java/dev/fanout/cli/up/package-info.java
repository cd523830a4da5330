/** {@code fanout up}: starts the local stack and the services as processes, follows them, and ends them. */
@NullMarked
package dev.fanout.cli.up;

import org.jspecify.annotations.NullMarked;
