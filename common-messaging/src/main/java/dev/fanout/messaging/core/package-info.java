/**
 * From a delivered message to an exactly-once effect. Knows neither Spring nor SQS: it is given deliveries and a clock
 * and answers what shall become of each.
 */
@NullMarked
package dev.fanout.messaging.core;

import org.jspecify.annotations.NullMarked;
