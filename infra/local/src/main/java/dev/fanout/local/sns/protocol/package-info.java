/** AWS's query protocol, as SNS speaks it: forms in, XML out, and refusals in AWS's words. */
@NullMarked
package dev.fanout.local.sns.protocol;

import org.jspecify.annotations.NullMarked;
