package dev.fanout.local.sns.filter;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of IP addresses, {@code 10.0.0.0/24}.
 *
 * @param prefix the bits that all have in common
 * @param length of an address, in bytes
 * @param shift how many bits follow the common ones
 */
record AddressBlock(BigInteger prefix, int length, int shift) {
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static AddressBlock parse(String cidr) {
        var parts = cidr.split("/", -1);
        if (parts.length != 2) throw InvalidPolicy.because("Malformed CIDR, one '/' required");
        int mask = mask(parts[1]);
        var address = address(parts[0])
                .orElseThrow(() -> InvalidPolicy.because("Nonstandard IP address: " + parts[0]));
        int bits = 8 * address.length;
        // So does AWS: a single address is written as an exact text.
        if (mask >= bits)
            throw InvalidPolicy.because((bits == 32 ? "IPv4" : "IPv6") + " mask bits must be < " + bits);
        return new AddressBlock(bits(address).shiftRight(bits - mask), address.length, bits - mask);
    }

    boolean contains(String text) {
        return address(text)
                .filter(address -> address.length == length && bits(address).shiftRight(shift).equals(prefix))
                .isPresent();
    }

    private static int mask(String text) {
        try {
            int mask = Integer.parseInt(text);
            if (mask >= 0) return mask;
        } catch (NumberFormatException _) {
            throw InvalidPolicy.because("Malformed CIDR, mask bits must be an integer");
        }
        throw InvalidPolicy.because("Malformed CIDR, mask bits must not be negative");
    }

    /** Never a host name: nothing is looked up. */
    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static BigInteger bits(byte[] address) {
        return new BigInteger(1, address);
    }
}
