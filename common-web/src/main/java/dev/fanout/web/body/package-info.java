/** JSON bodies: one parser, one media type, and refused before anything is done. */
@NullMarked
package dev.fanout.web.body;

import org.jspecify.annotations.NullMarked;
