/** Ad views: taken, coalesced and published, each host's in order. */
@NullMarked
package dev.fanout.publisher.views;

import org.jspecify.annotations.NullMarked;
