/** {@code fanout demo}: a few orders and views, and what each service made of them. */
@NullMarked
package dev.fanout.cli.demo;

import org.jspecify.annotations.NullMarked;
