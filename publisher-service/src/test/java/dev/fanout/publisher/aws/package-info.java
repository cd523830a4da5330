@NullMarked
package dev.fanout.publisher.aws;

import org.jspecify.annotations.NullMarked;
