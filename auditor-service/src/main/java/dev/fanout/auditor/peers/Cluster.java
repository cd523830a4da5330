package dev.fanout.auditor.peers;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.protocols.Discovery;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.dns.DNS_PING;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.DiagnosticsHandler;
import org.jgroups.util.NameCache;
import org.jgroups.util.Util;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JGroups by TCP, to find peers, to carry bytes, and to notice that one left. Its coordinator decides nothing of the
 * vote, and its members are not believed: a name is not a proof.
 */
final class Cluster implements Peers, Receiver {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String NAME = "fanout-auditors";
    private static final int LONGEST_FRAME = 1 << 20;
    private static final int FRAGMENT = 60_000;
    /** Seconds, in which those who start together find out who is the first; who gives up earlier has to be merged. */
    private static final int PATIENCE = 10;

    private final JChannel channel;
    private final Consumer<byte[]> inbox;
    private volatile List<Address> members = List.of();

    private Cluster(JChannel channel, Consumer<byte[]> inbox) {
        this.channel = channel;
        this.inbox = inbox;
    }

    /** @throws CannotJoin where the address cannot be listened at, among others */
    static Cluster join(String name, VoteSettings settings, int port, String addresses, Consumer<byte[]> inbox)
            throws InterruptedException {
        try {
            var channel = channel(settings, port, addresses);
            return connected(new Cluster(channel.name(name).setDiscardOwnMessages(true), inbox));
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception e) { // as JGroups declares it
            throw new CannotJoin(settings.bind() + ":" + port, e);
        }
    }

    private static JChannel channel(VoteSettings settings, int port, String addresses) throws Exception {
        return new JChannel(
                transport(settings.bind(), port), discovery(settings, addresses),
                new MERGE3().setMinInterval(1_000).setMaxInterval(3_000),
                new FD_ALL3().setTimeout(10_000).setInterval(3_000), new VERIFY_SUSPECT2(),
                new NAKACK2().useMcastXmit(false), new UNICAST3(), new STABLE(),
                new GMS().setJoinTimeout(1_000).setMaxJoinAttempts(PATIENCE).printLocalAddress(false),
                new FRAG2().setFragSize(FRAGMENT));
    }

    private static Cluster connected(Cluster cluster) throws Exception {
        boolean connected = false;
        try {
            cluster.channel.setReceiver(cluster).connect(NAME);
            connected = true;
        } finally {
            if (!connected) cluster.close();
        }
        return cluster;
    }

    private static TCP transport(String bind, int port) throws Exception {
        var tcp = new TCP();
        tcp.setBindAddress(Util.getAddress(bind, Util.getIpStackType()));
        tcp.setBindPort(port);
        tcp.setPortRange(0);
        tcp.setMaxLength(LONGEST_FRAME);
        // A peer that is frozen and takes nothing must not keep the other one waiting.
        tcp.setBundlerType("per-destination");
        var deaf = new DiagnosticsHandler(tcp.getLog(), tcp.getSocketFactory(), tcp.getThreadFactory());
        tcp.setDiagnosticsHandler(deaf.setEnabled(false));
        return tcp;
    }

    private static Discovery discovery(VoteSettings settings, String addresses) {
        if (settings.dns() != null) return new DNS_PING().setDNSQuery(settings.dns());
        return new TCPPING().setValue("initial_hosts_str", addresses).setValue("port_range", 0);
    }

    @Override
    public void receive(Message message) {
        var begin = message.getOffset();
        inbox.accept(Arrays.copyOfRange(message.getArray(), begin, begin + message.getLength()));
    }

    @Override
    public void viewAccepted(View next) {
        members = next.getMembers();
        log.info("{} sees {}", channel.getName(), visible());
    }

    @Override
    public void send(String to, byte[] message) {
        named(to).forEach(address -> send(address, message));
    }

    private void send(Address to, byte[] message) {
        try {
            channel.send(new BytesMessage(to, message));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // as JGroups declares it
            log.debug("a message to {} is lost: {}", to, e.toString());
        }
    }

    @Override
    public SortedSet<String> visible() {
        return members.stream()
                .map(Cluster::nameOf)
                .filter(name -> !name.equals(channel.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Several, if somebody uses another's name: then each gets it, so that nobody can be cut off by that. */
    private List<Address> named(String auditor) {
        return members.stream()
                .filter(address -> nameOf(address).equals(auditor) && !address.equals(channel.getAddress()))
                .toList();
    }

    private static String nameOf(Address address) {
        return String.valueOf(NameCache.get(address));
    }

    @Override
    public void close() {
        channel.close();
    }
}
