/** What orders and views both need of AWS. */
@NullMarked
package dev.fanout.publisher.aws;

import org.jspecify.annotations.NullMarked;
