/** Log lines that nobody can forge. */
@NullMarked
package dev.fanout.messaging.logging;

import org.jspecify.annotations.NullMarked;
