package dev.fanout.auditor.vote.message;

import dev.fanout.auditor.vote.codec.Decoder;
import dev.fanout.auditor.vote.codec.Encoder;
import dev.fanout.auditor.vote.codec.Limits;
import dev.fanout.auditor.vote.merkle.KeyRange;
import dev.fanout.auditor.vote.merkle.MerkleRef;
import dev.fanout.auditor.vote.merkle.Sha256;
import dev.fanout.auditor.vote.merkle.ViewEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What auditors send each other. Statements are signed; the requests are not: they claim nothing, and a forged one
 * costs an answer. Events need no signature, since their hashes are in signed claims.
 */
public sealed interface Message
        permits SignedStatement, FaultProof, Message.Have, Message.Ask, Message.Fetch, Message.Events,
                Message.Finished {

    long window();

    void write(Encoder out);

    default byte[] bytes() {
        return Encoder.bytes(out -> write(out.u8(tag().ordinal())));
    }

    static Message read(byte[] bytes) {
        return Decoder.read(bytes, in -> switch (in.oneOf(Tag.values())) {
            case SIGNED -> SignedStatement.read(in);
            case LIE -> FaultProof.read(in);
            case HAVE -> Have.read(in);
            case ASK -> Ask.read(in);
            case FETCH -> Fetch.read(in);
            case EVENTS -> Events.read(in);
            case FINISHED -> new Finished(in.i64());
        });
    }

    enum Tag { SIGNED, LIE, HAVE, ASK, FETCH, EVENTS, FINISHED }

    private Tag tag() {
        return switch (this) {
            case SignedStatement _ -> Tag.SIGNED;
            case FaultProof _ -> Tag.LIE;
            case Have _ -> Tag.HAVE;
            case Ask _ -> Tag.ASK;
            case Fetch _ -> Tag.FETCH;
            case Events _ -> Tag.EVENTS;
            case Finished _ -> Tag.FINISHED;
        };
    }

    /**
     * This is what I know: tell me what I do not. It is the echo, too, by which each learns what the others were told.
     *
     * @param answer to another one, and not to be answered again: two that both lack something must not talk forever
     */
    record Have(long window, String from, boolean answer, SortedMap<StatementSlot, Sha256> known) implements Message {
        private static Have read(Decoder in) {
            var have = new Have(in.i64(), in.text(), in.flag(), new TreeMap<>());
            for (var pair : in.list(3 * StatementSlot.Kind.values().length, Known::read)) have.add(pair);
            return have;
        }

        private void add(Known pair) {
            Decoder.check(known.isEmpty() || known.lastKey().compareTo(pair.slot) < 0, "slots out of order");
            known.put(pair.slot, pair.hash);
        }

        @Override
        public void write(Encoder out) {
            out.i64(window).text(from).flag(answer).list(known.entrySet(), (pair, to) -> {
                pair.getKey().write(to);
                pair.getValue().write(to);
            });
        }
    }

    record Known(StatementSlot slot, Sha256 hash) {
        private static Known read(Decoder in) {
            return new Known(StatementSlot.read(in), Sha256.read(in));
        }
    }

    /** Open your claim here. */
    record Ask(long window, String from, List<Range> ranges) implements Message {
        private static Ask read(Decoder in) {
            return new Ask(in.i64(), in.text(), in.list(Limits.ASKED, Range::read));
        }

        @Override
        public void write(Encoder out) {
            out.i64(window).text(from).list(ranges, Range::write);
        }
    }

    /** A place in a claim, and what was committed to there. */
    record Range(KeyRange range, MerkleRef ref) {
        private static Range read(Decoder in) {
            return new Range(KeyRange.read(in), MerkleRef.read(in));
        }

        private void write(Encoder out) {
            range.write(out);
            ref.write(out);
        }
    }

    /** Give me these events, which you hold and I do not. */
    record Fetch(long window, String from, List<UUID> eventIds) implements Message {
        private static Fetch read(Decoder in) {
            return new Fetch(in.i64(), in.text(), in.list(Limits.ASKED, Decoder::uuid));
        }

        @Override
        public void write(Encoder out) {
            out.i64(window).text(from).list(eventIds, (id, to) -> to.uuid(id));
        }
    }

    record Events(long window, List<ViewEvent> events) implements Message {
        private static Events read(Decoder in) {
            return new Events(in.i64(), in.list(Limits.ASKED, ViewEvent::read));
        }

        @Override
        public void write(Encoder out) {
            out.i64(window).list(events, ViewEvent::write);
        }
    }

    /** A line of the journal: this window needs no more work. From a peer it means nothing. */
    record Finished(long window) implements Message {
        @Override
        public void write(Encoder out) {
            out.i64(window);
        }
    }
}
