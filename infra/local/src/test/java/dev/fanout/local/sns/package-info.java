@NullMarked
package dev.fanout.local.sns;

import org.jspecify.annotations.NullMarked;
