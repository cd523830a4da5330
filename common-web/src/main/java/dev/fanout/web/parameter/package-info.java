/** Paths, queries and headers are read as strictly as bodies. */
@NullMarked
package dev.fanout.web.parameter;

import org.jspecify.annotations.NullMarked;
