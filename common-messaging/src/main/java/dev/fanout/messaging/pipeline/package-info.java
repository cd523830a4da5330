/** What a delivery meets first, whatever its handler's kind: decoding, and the disposition that is decided for it. */
@NullMarked
package dev.fanout.messaging.pipeline;

import org.jspecify.annotations.NullMarked;
