/** The folder of {@code --data}: who may use it, and journals that survive a kill. */
@NullMarked
package dev.fanout.local.data;

import org.jspecify.annotations.NullMarked;
