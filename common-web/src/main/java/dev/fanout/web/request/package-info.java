/** What a request may cost: hosts, paths, sizes, times, and how many at once. */
@NullMarked
package dev.fanout.web.request;

import org.jspecify.annotations.NullMarked;
