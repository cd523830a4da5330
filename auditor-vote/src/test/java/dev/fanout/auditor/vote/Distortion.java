package dev.fanout.auditor.vote;

import dev.fanout.auditor.vote.merkle.MerkleNode;
import dev.fanout.auditor.vote.message.FaultProof;
import dev.fanout.auditor.vote.message.Message;
import dev.fanout.auditor.vote.message.SignedStatement;
import dev.fanout.auditor.vote.message.Signer;
import dev.fanout.auditor.vote.message.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a faulty auditor makes of its messages; and what a reader of a failed history makes of them. */
final class Distortion {
    private Distortion() {}

    static byte @Nullable [] mute(byte[] message) {
        return Message.read(message) instanceof SignedStatement signed && signed.statement() instanceof Statement.Page
                ? null : message;
    }

    /** It is signed, and says that it opens what it was asked for. */
    static byte[] misanswer(Signer signer, byte[] message) {
        return Message.read(message) instanceof SignedStatement signed
                && signed.statement() instanceof Statement.Page page
                ? SignedStatement.by(signer, new Statement.Page(page.window(), page.author(), distorted(page.nodes())))
                        .bytes()
                : message;
    }

    private static List<Statement.Opened> distorted(List<Statement.Opened> nodes) {
        var distorted = new ArrayList<>(nodes);
        var last = distorted.removeLast();
        var node = switch (last.node()) {
            case MerkleNode.Leaf(var entries) -> new MerkleNode.Leaf(entries.subList(0, entries.size() - 1));
            case MerkleNode.Inner(var parts) -> new MerkleNode.Inner(parts.reversed());
        };
        distorted.add(new Statement.Opened(last.range(), last.ref(), node));
        return distorted;
    }

    static String inWords(byte[] message) {
        return switch (Message.read(message)) {
            case SignedStatement signed when signed.statement() instanceof Statement.Page(
                    var window, var author, var nodes) ->
                "Page[window=%d, author=%s, %d nodes]".formatted(window, author, nodes.size());
            case SignedStatement signed -> "%s (%.6s)".formatted(
                    signed.statement().toString().replaceAll("([0-9a-f]{6})[0-9a-f]{58}", "$1"), signed.hash());
            case FaultProof proof -> "Lie[window=%d, %s %s]".formatted(proof.window(), proof.author(), proof.reason());
            case Message.Have have -> "Have[window=%d, %s]".formatted(have.window(), have.known().keySet());
            case Message.Ask ask -> "Ask[window=%d, %d ranges]".formatted(ask.window(), ask.ranges().size());
            case Message.Fetch fetch -> "Fetch[window=%d, %d events]".formatted(
                    fetch.window(), fetch.eventIds().size());
            case Message.Events it -> "Events[window=%d, %d events]".formatted(it.window(), it.events().size());
            case Message.Finished finished -> finished.toString();
        };
    }
}
