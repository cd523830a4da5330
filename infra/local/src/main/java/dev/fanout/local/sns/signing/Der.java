package dev.fanout.local.sns.signing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/** The few words of ASN.1's distinguished encoding that a certificate needs. */
final class Der {
    static final byte[] NULL = {5, 0};
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... members) {
        return tagged(0x30, members);
    }

    static byte[] set(byte[]... members) {
        return tagged(0x31, members);
    }

    static byte[] explicit(int number, byte[] member) {
        return tagged(0xA0 | number, member);
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] bits(byte[] value) {
        return tagged(0x03, new byte[1], value);
    }

    static byte[] text(String value) {
        return tagged(0x0C, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Until 2049. */
    static byte[] time(Instant value) {
        return tagged(0x17, UTC_TIME.format(value).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param encoded its numbers as they are encoded, in hexadecimal digits */
    static byte[] identifier(String encoded) {
        return tagged(0x06, HexFormat.of().parseHex(encoded));
    }

    private static byte[] tagged(int tag, byte[]... members) {
        var out = new ByteArrayOutputStream();
        int length = Arrays.stream(members).mapToInt(member -> member.length).sum();
        out.write(tag);
        out.writeBytes(length(length));
        for (var member : members) out.writeBytes(member);
        return out.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) return new byte[] {(byte) length};
        if (length < 0x100) return new byte[] {(byte) 0x81, (byte) length};
        return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }
}
