/** SQS's API in front of an engine: both protocols, and what AWS answers where ElasticMQ answers otherwise. */
@NullMarked
package dev.fanout.local.sqs.api;

import org.jspecify.annotations.NullMarked;
