/** The manners of our REST interfaces: problem details that name the field, bounded bodies, strict JSON. */
@NullMarked
package dev.fanout.web;

import org.jspecify.annotations.NullMarked;
