package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** What the containers of one pod share while the pod lives. Closing it ends them all and leaves nothing behind. */
public interface Sandbox {

    /** The pod's address as its containers see it; unique among the pods of this machine unless the network is shared. */
    String address();

    /** Whether the containers share this machine's network: two of them cannot listen on the same port. */
    boolean sharesNetwork();

    /** Whether services can be reached from here at addresses of their own; where not, only the pods behind them are. */
    default boolean reachesServices() {
        return true;
    }

    /** Names where services listen to be reached from here: once for all sandboxes that name the same. */
    String network();

    /** Connects to a port on which something in the pod listens, on all addresses or on loopback. */
    SocketChannel connect(int port) throws IOException;

    /**
     * Listens on an address in 127.0.0.0/8, so that the containers of this network reach services there; empty where the
     * engine cannot, and where the network is this machine's, on whose loopback one listens oneself.
     */
    Optional<ServerSocketChannel> listen(InetSocketAddress address) throws IOException;

    /**
     * Starts a container. Output goes to the sink as it comes, from one thread per stream.
     *
     * @throws EngineException when it cannot be started at all: no such program, image gone, mount refused
     */
    Container start(ContainerSpec spec, Output output) throws EngineException, InterruptedException;

    /** Ends what runs, at once, and removes containers, network and files. */
    void close() throws EngineException, InterruptedException;
}
