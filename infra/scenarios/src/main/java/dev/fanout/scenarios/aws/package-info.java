/** The AWS that scenarios run against, whatever it is. */
@NullMarked
package dev.fanout.scenarios.aws;

import org.jspecify.annotations.NullMarked;
