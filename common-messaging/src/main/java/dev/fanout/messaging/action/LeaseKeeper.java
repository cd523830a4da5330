package dev.fanout.messaging.action;

import dev.fanout.messaging.lease.LeaseStore;
import dev.fanout.messaging.lease.LeaseStore.Lease;
import dev.fanout.messaging.lease.LeaseTimes;
import dev.fanout.messaging.pipeline.Delivery;
import dev.fanout.messaging.pipeline.Visibility;
import dev.fanout.messaging.store.EffectsUnavailable;
import java.time.Clock;
import java.time.Instant;

/** Holds the lease of one running action, and interrupts the action when it is lost. */
final class LeaseKeeper {
    private final Lease lease;
    private final Delivery delivery;
    private final LeaseStore leases;
    private final LeaseTimes times;
    private final Visibility visibility;
    private final Clock clock;
    private final Thread action;
    private Instant expires;
    private boolean lost;
    private boolean over;

    LeaseKeeper(Lease lease, Delivery delivery, ActionParts parts, Thread action) {
        this.lease = lease;
        this.delivery = delivery;
        this.leases = parts.leases();
        this.times = parts.times();
        this.visibility = parts.visibility();
        this.clock = parts.clock();
        this.action = action;
        this.expires = clock.instant().plus(times.lease());
    }

    /** First the lease, then the visibility: otherwise a lost owner would still keep the message from others. */
    synchronized void beat() {
        if (over || lost) return;
        if (renewed()) visibility.extend(delivery);
        else if (lost) action.interrupt();
    }

    private boolean renewed() {
        var now = clock.instant();
        try {
            if (!leases.renew(lease, times.lease())) {
                lost = true;
                return false;
            }
            expires = now.plus(times.lease());
            return true;
        } catch (EffectsUnavailable _) {
            lost = !now.isBefore(expires.minus(times.margin()));
            return false;
        }
    }

    /** After this, no beat interrupts any more: the thread goes on to something else. */
    synchronized boolean end() {
        over = true;
        return lost;
    }
}
