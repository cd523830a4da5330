/** Windows of the time that views claim, and which of them are closed. */
@NullMarked
package dev.fanout.auditor.window;

import org.jspecify.annotations.NullMarked;
