/** Speaking with the running services. */
@NullMarked
package dev.fanout.cli.rest;

import org.jspecify.annotations.NullMarked;
