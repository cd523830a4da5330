@NullMarked
package dev.fanout.local.sqs.api;

import org.jspecify.annotations.NullMarked;
