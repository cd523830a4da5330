package dev.fanout.auditor.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The hosts with the most views, roughly: enough of them that whoever dominates is among them. How much each of them
 * has now is read elsewhere. It changes seldom, since all groups of views share it.
 *
 * @param hosts the most views first, as they were noted
 */
record TopHosts(List<Noted> hosts) {
    static final TopHosts NOBODY = new TopHosts(List.of());

    private static final int MOST = 200;

    record Noted(String hostId, long views) {
        /** By an eighth. */
        private boolean isExceededBy(long more) {
            return more - views > views / 8;
        }
    }

    /** With a share of 40 % two can dominate; there are five, since what is noted may be an eighth too little. */
    static int enough(double share) {
        return (int) Math.clamp(Math.ceil(2 / share), 1, MOST);
    }

    /** The same, where it need not be noted. */
    TopHosts with(String hostId, long views, int enough) {
        var known = hosts.stream().filter(host -> host.hostId.equals(hostId)).findFirst();
        var isFull = hosts.size() >= enough;
        if (known.isEmpty() && isFull && !hosts.getLast().isExceededBy(views)) return this;
        if (known.isPresent() && !known.get().isExceededBy(views)) return this;
        var all = new ArrayList<>(hosts);
        known.ifPresent(all::remove);
        all.add(new Noted(hostId, views));
        all.sort(Comparator.comparingLong(Noted::views).reversed());
        return new TopHosts(List.copyOf(all.subList(0, Math.min(enough, all.size()))));
    }
}
