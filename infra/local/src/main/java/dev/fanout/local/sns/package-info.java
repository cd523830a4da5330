/** SNS as the suite needs it: topics, subscriptions of queues, publishing, in AWS's words and shapes. */
@NullMarked
package dev.fanout.local.sns;

import org.jspecify.annotations.NullMarked;
