/** How JSON is read and written, by REST and in events. */
@NullMarked
package dev.fanout.json;

import org.jspecify.annotations.NullMarked;
