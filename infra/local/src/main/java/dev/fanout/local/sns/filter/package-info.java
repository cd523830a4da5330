/** The language of filter policies: parsed and checked when they are set, and asked of every message. */
@NullMarked
package dev.fanout.local.sns.filter;

import org.jspecify.annotations.NullMarked;
