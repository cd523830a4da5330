/** AWS on this machine: SNS, SQS and DynamoDB behind one port, and an SMTP server beside it. */
@NullMarked
package dev.fanout.local;

import org.jspecify.annotations.NullMarked;
