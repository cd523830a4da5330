@NullMarked
package dev.fanout.publisher.outbox;

import org.jspecify.annotations.NullMarked;
