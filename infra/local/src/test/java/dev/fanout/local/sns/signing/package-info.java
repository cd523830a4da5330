@NullMarked
package dev.fanout.local.sns.signing;

import org.jspecify.annotations.NullMarked;
