/** The store of effects and markers, as the pipelines see it: one transaction writes all or nothing. */
@NullMarked
package dev.fanout.messaging.store;

import org.jspecify.annotations.NullMarked;
