package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The network namespace of one pod, with an address of its own, whoever made it.
 *
 * @param between the way to other pods, in which services listen for all; empty where the machine has none
 */
record OwnNetwork(NetworkNamespace namespace, String address, PodAddresses addresses, Optional<PodsNetwork> between) {

    /** Of the pod whose first process this is. */
    static OwnNetwork of(ProcessHandle first, PodAddresses addresses, Optional<PodsNetwork> between)
            throws IOException, EngineException {
        NetworkNamespace namespace = NetworkNamespace.of(first);
        String address = addresses.take();
        if (between.isPresent()) {
            between.get().join(namespace, address);
        }
        return new OwnNetwork(namespace, address, addresses, between);
    }

    SocketChannel connect(int port) throws IOException {
        return namespace.connect(new PodPort(address, port));
    }

    ServerSocketChannel listen(InetSocketAddress at) throws IOException {
        return between.isPresent() ? between.get().listen(at) : namespace.listen(at);
    }

    void close() throws IOException {
        namespace.close();
        addresses.release(address);
    }
}
