package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The network of a pod, in which sockets are made that any thread may then use. */
final class NetworkNamespace implements AutoCloseable {
    private final int descriptor;
    private boolean closed;

    private NetworkNamespace(int descriptor) {
        this.descriptor = descriptor;
    }

    static NetworkNamespace of(ProcessHandle process) throws IOException {
        return new NetworkNamespace(
                Linux.open(Path.of("/proc", Long.toString(process.pid()), "ns/net"), Linux.READ_ONLY));
    }

    SocketChannel connect(PodPort port) throws IOException {
        return inside(port::connect);
    }

    ServerSocketChannel listen(InetSocketAddress address) throws IOException {
        return inside(() -> {
            ServerSocketChannel server = ServerSocketChannel.open();
            try {
                return server.bind(address);
            } catch (IOException e) {
                server.close();
                throw e;
            }
        });
    }

    /**
     * A socket belongs to the namespace of the thread that makes it. That thread ends with its work and wakes nobody by itself:
     * what it would start, such as a carrier for virtual threads that go on, would be in this namespace, too.
     */
    private <T> T inside(Work<T> work) throws IOException {
        Attempt<T> attempt = new Attempt<>(this, work);
        Thread thread = Thread.ofPlatform().daemon().name("network-of-pod").start(attempt);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return attempt.result();
    }

    /** Not when it is closed: its number may be another's then. */
    private synchronized void enter() throws IOException {
        if (closed) {
            throw new IOException("the pod is over");
        }
        Linux.enter(descriptor);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            Linux.close(descriptor);
        }
    }

    /** Makes a socket. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** Work on a thread of its own, and how it went. */
    private static final class Attempt<T> implements Runnable {
        private final NetworkNamespace namespace;
        private final Work<T> work;
        private T value;
        private IOException failure;

        Attempt(NetworkNamespace namespace, Work<T> work) {
            this.namespace = namespace;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                namespace.enter();
                value = work.run();
            } catch (IOException e) {
                failure = e;
            }
        }

        T result() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (value == null) {
                throw new IOException("no socket could be made in the pod's network");
            }
            return value;
        }
    }
}
