package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;

/**
 * Lies between the networks of pods: they reach each other through it, and services listen in it. In a pod's own network a
 * service would take its port from the pod's programs, which mostly listen on the same one.
 */
final class PodsNetwork {
    private static final String SERVICES = "127.96.0.0";
    private static final String PODS = "127.128.0.0";
    /** No service's: it stands for the network itself. */
    private static final String GATEWAY = "127.96.0.1";

    private static final int RANGE = 16;
    private static final int ALL = 32;

    /** Numbers of links from here on are ours. */
    private static final int FIRST = 1000;

    private final NetworkNamespace between;

    private PodsNetwork(NetworkNamespace between) {
        this.between = between;
    }

    /** Where the kernel has no links, pods reach services by ports of their own networks only. */
    static Optional<PodsNetwork> where(boolean ownNetworks) {
        try {
            return ownNetworks ? Optional.of(open()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PodsNetwork open() throws IOException {
        NetworkNamespace between = NetworkNamespace.fresh();
        try {
            between.run(() -> {
                try (Netlink link = Netlink.open()) {
                    link.up(Netlink.LOOPBACK);
                }
            });
            PodsNetwork network = new PodsNetwork(between);
            network.probe();
            return network;
        } catch (IOException e) {
            between.close();
            throw e;
        }
    }

    /** Not every kernel has links between networks. */
    private void probe() throws IOException {
        try (NetworkNamespace nobody = NetworkNamespace.fresh()) {
            join(nobody, "127.128.0.0");
        }
    }

    /** Gives a pod its way to all others. It goes with the pod's network. */
    void join(NetworkNamespace pod, String address) throws IOException {
        int number = FIRST + PodAddresses.number(address);
        pod.run(() -> {
            try (Netlink link = Netlink.open()) {
                link.up(Netlink.LOOPBACK);
                link.join(FIRST, "pods", between.descriptor(), number, "pod" + PodAddresses.number(address));
                link.enable(FIRST);
                link.route(address, ALL, Netlink.Way.HERE, Netlink.LOOPBACK, "", "");
                link.route(SERVICES, RANGE, Netlink.Way.THERE, FIRST, address, "");
                link.route(PODS, RANGE, Netlink.Way.BEYOND, FIRST, address, GATEWAY);
            }
        });
        between.run(() -> {
            try (Netlink link = Netlink.open()) {
                link.enable(number);
                link.route(address, ALL, Netlink.Way.THERE, number, "", "");
            }
        });
    }

    ServerSocketChannel listen(InetSocketAddress address) throws IOException {
        return between.listen(address);
    }
}
