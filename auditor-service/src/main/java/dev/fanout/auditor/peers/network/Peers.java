package dev.fanout.auditor.peers.network;

import java.util.SortedSet;

/** The way to the other auditors. What is sent may be lost, be repeated, and be overtaken. */
public interface Peers extends AutoCloseable {

    /** Does nothing where the peer is not to be seen. */
    void send(String to, byte[] message);

    /** Those that have lately answered, with their signature. */
    SortedSet<String> visible();

    @Override
    void close();
}
