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

    /** One that is nobody's yet; it is there as long as it is not closed, or joined to. */
    static NetworkNamespace fresh() throws IOException {
        Attempt<NetworkNamespace> attempt = new Attempt<>(() -> {
            Linux.leaveNetwork();
            return new NetworkNamespace(Linux.open(Path.of("/proc/thread-self/ns/net"), Linux.READ_ONLY));
        });
        return attempt.resultOf(
                Thread.ofPlatform().daemon().name("network-of-pods").start(attempt));
    }

    int descriptor() {
        return descriptor;
    }

    /** Does something to the network itself. */
    void run(Change change) throws IOException {
        inside(() -> {
            change.make();
            return this;
        });
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
        Attempt<T> attempt = new Attempt<>(() -> {
            enter();
            return work.run();
        });
        return attempt.resultOf(
                Thread.ofPlatform().daemon().name("network-of-pod").start(attempt));
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

    /** Links and routes. */
    interface Change {
        void make() throws IOException;
    }

    /** Makes a socket. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** Work on a thread of its own, and how it went. */
    private static final class Attempt<T> implements Runnable {
        private final Work<T> work;
        private T value;
        private IOException failure;

        Attempt(Work<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                value = work.run();
            } catch (IOException e) {
                failure = e;
            }
        }

        T resultOf(Thread thread) throws IOException {
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
            return result();
        }

        private T result() throws IOException {
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
