/** SQS: ElasticMQ in this process, reached without a socket by our HTTP front and by SNS. */
@NullMarked
package dev.fanout.local.sqs;

import org.jspecify.annotations.NullMarked;
