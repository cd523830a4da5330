/** {@code fanout validate}: what the topology wants, compared with what is there. */
@NullMarked
package dev.fanout.cli.validate;

import org.jspecify.annotations.NullMarked;
