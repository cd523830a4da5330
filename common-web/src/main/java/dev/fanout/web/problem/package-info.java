/** Every refusal and every failure as a problem detail (RFC 9457). */
@NullMarked
package dev.fanout.web.problem;

import org.jspecify.annotations.NullMarked;
