/** How auditors find each other and talk: signed frames by HTTP, and what a stranger can cost. */
@NullMarked
package dev.fanout.auditor.peers.network;

import org.jspecify.annotations.NullMarked;
