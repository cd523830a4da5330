/** The one binary form of each message, with limits on what a reader reserves. */
@NullMarked
package dev.fanout.auditor.vote.codec;

import org.jspecify.annotations.NullMarked;
