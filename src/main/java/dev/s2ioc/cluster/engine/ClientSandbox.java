package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The containers of one pod that podman or docker runs, in the network of a first one where they have one. */
final class ClientSandbox implements Sandbox {
    private final SandboxSpec spec;
    private final ClientContainers.Parts parts;
    private final SandboxNetwork network;
    private final Path shm;
    private final List<ClientContainer> containers = new ArrayList<>();
    private boolean closed;

    private ClientSandbox(SandboxSpec spec, ClientContainers.Parts parts, SandboxNetwork network, Path shm) {
        this.spec = spec;
        this.parts = parts;
        this.network = network;
        this.shm = shm;
    }

    static ClientSandbox open(SandboxSpec spec, ClientContainers.Parts parts)
            throws EngineException, InterruptedException {
        try {
            Path shm = Files.createDirectories(
                    parts.directory().resolve("pods").resolve(spec.id()).resolve("shm"));
            // As /dev/shm is everywhere: for all, each with files of one's own.
            Files.setAttribute(shm, "unix:mode", 01777);
            return new ClientSandbox(spec, parts, SandboxNetwork.open(spec, parts), shm);
        } catch (IOException e) {
            throw new EngineException("the pod's sandbox cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public String address() {
        return network.address();
    }

    @Override
    public boolean sharesNetwork() {
        return network.isShared();
    }

    @Override
    public boolean reachesServices() {
        return parts.network() != PodNetwork.PUBLISHED;
    }

    @Override
    public String network() {
        return network.isBetweenPods() ? "pods" : spec.id();
    }

    @Override
    public SocketChannel connect(int port) throws IOException {
        return network.connect(port);
    }

    @Override
    public Optional<ServerSocketChannel> listen(InetSocketAddress address) throws IOException {
        return network.listen(address);
    }

    @Override
    public Container start(ContainerSpec container, Output output) throws EngineException, InterruptedException {
        ClientContainer made = ClientContainer.create(this, container);
        synchronized (this) {
            if (!closed) {
                containers.add(made);
            }
        }
        boolean runs = false;
        try {
            if (isClosed()) {
                throw new EngineException("the pod's sandbox is closed");
            }
            made.start(output);
            runs = true;
            return made;
        } finally {
            if (!runs) {
                made.discard();
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws EngineException, InterruptedException {
        List<ClientContainer> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            left = List.copyOf(containers);
        }
        ClientContainers.remove(
                parts.command(), left.stream().map(ClientContainer::id).toList());
        ClientContainers.remove(parts.command(), network.first().stream().toList());
        for (ClientContainer container : left) {
            container.awaitIfStarted();
        }
        try {
            network.close();
            Directories.delete(shm.getParent());
        } catch (IOException e) {
            throw new EngineException("the pod's sandbox cannot be removed: " + e.getMessage(), e);
        }
    }

    synchronized void forget(ClientContainer container) {
        containers.remove(container);
    }

    /** Options that say what each container shares with the others. */
    List<String> shared() {
        List<String> shared = new ArrayList<>(network.options());
        if (parts.machine().here()) {
            // On other machines it is the first container's.
            shared.add("--mount=type=bind,source=" + shm + ",target=/dev/shm");
        }
        shared.add("--label=" + parts.label());
        shared.add("--label=" + ClientContainers.JOINING);
        return shared;
    }

    Path directory() {
        return shm.getParent();
    }

    ClientContainers.Parts parts() {
        return parts;
    }
}
