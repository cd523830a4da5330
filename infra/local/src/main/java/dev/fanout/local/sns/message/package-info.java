/** Messages and their attributes, as they are published and as a queue takes them. */
@NullMarked
package dev.fanout.local.sns.message;

import org.jspecify.annotations.NullMarked;
