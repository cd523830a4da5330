@NullMarked
package dev.fanout.local.sqs;

import org.jspecify.annotations.NullMarked;
