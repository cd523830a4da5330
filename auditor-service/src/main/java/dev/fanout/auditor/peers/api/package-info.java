/** Agreement and verdicts by REST, and where peers post frames. */
@NullMarked
package dev.fanout.auditor.peers.api;

import org.jspecify.annotations.NullMarked;
