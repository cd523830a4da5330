/** Finds what is wrong about a host's views, and keeps what it needs to know of each host. */
@NullMarked
package dev.fanout.auditor.anomaly;

import org.jspecify.annotations.NullMarked;
