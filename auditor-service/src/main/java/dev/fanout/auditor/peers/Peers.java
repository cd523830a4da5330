package dev.fanout.auditor.peers;

import java.util.SortedSet;

/** The way to the other auditors. What is sent may be lost, and anybody may have sent what comes. */
interface Peers extends AutoCloseable {

    /** Does nothing where the peer is not to be seen. */
    void send(String to, byte[] message);

    /** Those that can be seen now. */
    SortedSet<String> visible();

    @Override
    void close();
}
