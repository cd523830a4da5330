/** Shows ledger, hosts and anomalies by REST. */
@NullMarked
package dev.fanout.auditor.api;

import org.jspecify.annotations.NullMarked;
