@NullMarked
package dev.fanout.local.data;

import org.jspecify.annotations.NullMarked;
