@NullMarked
package dev.fanout.scenarios;

import org.jspecify.annotations.NullMarked;
