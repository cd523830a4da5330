/** What clients are told while AWS does not answer. */
@NullMarked
package dev.fanout.messaging.web;

import org.jspecify.annotations.NullMarked;
