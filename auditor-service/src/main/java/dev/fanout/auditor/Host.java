package dev.fanout.auditor;

/** @param views of this host in the ledger; the next one's position is one more */
record Host(long views) {
    static final Host UNHEARD_OF = new Host(0);

    Host oneMore() {
        return new Host(views + 1);
    }
}
