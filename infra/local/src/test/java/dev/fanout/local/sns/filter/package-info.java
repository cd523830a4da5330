@NullMarked
package dev.fanout.local.sns.filter;

import org.jspecify.annotations.NullMarked;
