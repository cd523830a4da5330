/** The pair of keys of this auditor, and the public keys of its peers. */
@NullMarked
package dev.fanout.auditor.peers.keys;

import org.jspecify.annotations.NullMarked;
