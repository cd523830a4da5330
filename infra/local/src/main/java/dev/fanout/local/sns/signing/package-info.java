/** Signatures of notifications: the key, its certificate, and how both are written. */
@NullMarked
package dev.fanout.local.sns.signing;

import org.jspecify.annotations.NullMarked;
