/** What auditors send each other: signed statements, requests, and proofs of fault. */
@NullMarked
package dev.fanout.auditor.vote.message;

import org.jspecify.annotations.NullMarked;
