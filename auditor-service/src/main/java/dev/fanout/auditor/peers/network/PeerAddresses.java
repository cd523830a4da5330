package dev.fanout.auditor.peers.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the deployment says that auditors are.
 *
 * @param list their addresses, if there is no name
 * @param name one whose addresses are the auditors', all at its port; looked up again and again
 */
public record PeerAddresses(List<Address> list, @Nullable Address name) {
    private static final Logger log = LoggerFactory.getLogger(PeerAddresses.class);
    /** Whoever answers for the name does not decide how many are greeted. */
    private static final int MOST = 8;

    List<Address> now() {
        return name == null ? list : resolved(name);
    }

    private static List<Address> resolved(Address name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name.host()))
                    .limit(MOST)
                    .map(found -> new Address(literal(found), name.port()))
                    .toList();
        } catch (UnknownHostException e) {
            log.debug("{} has no addresses: {}", name.host(), e.toString());
            return List.of();
        }
    }

    private static String literal(InetAddress found) {
        var text = found.getHostAddress().replaceFirst("%.*", "");
        return found instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
