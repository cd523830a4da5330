package dev.fanout.auditor.peers.store;

import dev.fanout.messaging.Key;
import dev.fanout.messaging.Page;
import dev.fanout.messaging.Span;
import dev.fanout.messaging.StateStore;
import dev.fanout.topology.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Keeps contents of any length, by the window that they are about. One is there when all of its pieces are: what a
 * crash left half written was never kept.
 */
public final class ChunkedStore {
    /** An item holds 400 KB at most (DynamoDB), and Base64 makes four bytes of three. */
    private static final int BYTES = 256 << 10;
    /** That are read at once; DynamoDB answers with a megabyte at most. */
    private static final int A_FEW = 100;

    private final StateStore state;
    private final Table table;
    private final String partition;

    ChunkedStore(StateStore state, Table table, String partition) {
        this.state = state;
        this.table = table;
        this.partition = partition;
    }

    /** @param count of the content's pieces */
    public record Piece(String sk, int count, String bytes, long expiresAt) {
        String content() {
            return sk.substring(0, sk.lastIndexOf('#'));
        }

        byte[] decoded() {
            return Base64.getDecoder().decode(bytes);
        }
    }

    /** @return its name, which tells contents apart; the same content again is the same */
    public String keep(long window, byte[] content, Instant expiry) {
        var name = WindowCalendar.name(window) + "#" + hash(content);
        int count = Math.max(1, Math.ceilDiv(content.length, BYTES));
        for (int i = 0; i < count; i++) {
            var bytes = Arrays.copyOfRange(content, i * BYTES, Math.min(content.length, (i + 1) * BYTES));
            var text = Base64.getEncoder().encodeToString(bytes);
            state.put(key(sort(name, i)), new Piece(sort(name, i), count, text, expiry.getEpochSecond()));
        }
        return name;
    }

    /** All contents from a window on, in the order of the windows; one at a time is held. */
    public void from(long window, Consumer<byte[]> each) {
        whole(Span.from(WindowCalendar.name(window)), each);
    }

    /** All contents of one window. */
    public List<byte[]> of(long window) {
        var found = new ArrayList<byte[]>();
        whole(Span.startingWith(WindowCalendar.name(window) + "#"), found::add);
        return found;
    }

    public Optional<byte[]> find(String name) {
        var first = piece(name, 0);
        if (first.isEmpty()) return Optional.empty();
        var all = IntStream.range(0, first.get().count()).mapToObj(i -> piece(name, i)).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(joined(all.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    private Optional<Piece> piece(String name, int number) {
        return state.find(key(sort(name, number)));
    }

    private Key<Piece> key(String sort) {
        return new Key<>(table, partition, sort, Piece.class);
    }

    private static String sort(String name, int number) {
        return name + "#%06d".formatted(number);
    }

    /** The pieces of one content lie side by side. */
    private void whole(Span span, Consumer<byte[]> each) {
        var parts = new ArrayList<Piece>();
        Page.walk(span, rest -> state.page(table, partition, rest, A_FEW, Piece.class), piece -> {
            if (!parts.isEmpty() && !parts.getFirst().content().equals(piece.content())) parts.clear();
            parts.add(piece);
            if (parts.size() == piece.count()) each.accept(joined(parts));
        });
    }

    private static byte[] joined(List<Piece> parts) {
        var bytes = parts.stream().map(Piece::decoded).toList();
        var all = ByteBuffer.allocate(bytes.stream().mapToInt(part -> part.length).sum());
        bytes.forEach(all::put);
        return all.array();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
