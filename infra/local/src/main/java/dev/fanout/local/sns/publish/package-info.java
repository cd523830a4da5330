/** From a publish to the queues that subscribe: read, checked, deduplicated, enveloped and delivered. */
@NullMarked
package dev.fanout.local.sns.publish;

import org.jspecify.annotations.NullMarked;
