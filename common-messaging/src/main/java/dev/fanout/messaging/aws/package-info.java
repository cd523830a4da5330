/** How a service meets AWS: clients, names, and the topology made or checked at the start. */
@NullMarked
package dev.fanout.messaging.aws;

import org.jspecify.annotations.NullMarked;
