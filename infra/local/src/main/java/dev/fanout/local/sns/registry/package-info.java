/** The topics and subscriptions that there are, with their attributes, kept in a journal. */
@NullMarked
package dev.fanout.local.sns.registry;

import org.jspecify.annotations.NullMarked;
