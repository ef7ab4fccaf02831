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

/** The namespaces of one pod, held by a process that ends with ours, and the containers in them. */
final class BuildahSandbox implements Sandbox {
    private final SandboxSpec spec;
    private final BuildahContainers.Parts parts;
    private final Path directory;
    private final Process holder;
    private final ProcessHandle first;
    private final Optional<NetworkNamespace> network;
    private final String address;
    private final List<BuildahContainer> containers = new ArrayList<>();
    private boolean closed;

    private BuildahSandbox(
            SandboxSpec spec,
            BuildahContainers.Parts parts,
            Path directory,
            SandboxHolder holder,
            Optional<NetworkNamespace> network,
            String address) {
        this.spec = spec;
        this.parts = parts;
        this.directory = directory;
        this.holder = holder.process();
        this.first = holder.first();
        this.network = network;
        this.address = address;
    }

    static BuildahSandbox open(SandboxSpec spec, BuildahContainers.Parts parts, Path directory)
            throws EngineException, InterruptedException {
        SandboxHolder holder = SandboxHolder.start(
                parts.groups().removedAfter(spec.id(), parts.isolation().sandbox(spec)), parts.environment());
        try {
            Path shm = Files.createDirectories(directory.resolve("shm"));
            // As /dev/shm is everywhere: for all, each with files of one's own.
            Files.setAttribute(shm, "unix:mode", 01777);
            if (!parts.isolation().hasNetwork(spec)) {
                return new BuildahSandbox(spec, parts, directory, holder, Optional.empty(), "127.0.0.1");
            }
            NetworkNamespace network = NetworkNamespace.of(holder.first());
            String address = parts.addresses().take();
            if (parts.between().isPresent()) {
                parts.between().get().join(network, address);
            }
            return new BuildahSandbox(spec, parts, directory, holder, Optional.of(network), address);
        } catch (IOException e) {
            holder.end();
            throw new EngineException("the pod's sandbox cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean sharesNetwork() {
        return network.isEmpty();
    }

    @Override
    public String network() {
        return network.isPresent() && parts.between().isPresent() ? "pods" : spec.id();
    }

    @Override
    public SocketChannel connect(int port) throws IOException {
        PodPort target = new PodPort(address, port);
        return network.isPresent() ? network.get().connect(target) : target.connect();
    }

    @Override
    public Optional<ServerSocketChannel> listen(InetSocketAddress at) throws IOException {
        if (network.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.between().isPresent()
                        ? parts.between().get().listen(at)
                        : network.get().listen(at));
    }

    @Override
    public Container start(ContainerSpec container, Output output) throws EngineException, InterruptedException {
        BuildahContainer made = BuildahContainer.make(this, container);
        synchronized (this) {
            if (closed) {
                made.remove();
                throw new EngineException("the pod's sandbox is closed");
            }
            containers.add(made);
        }
        boolean runs = false;
        try {
            made.start(output);
            runs = true;
            return made;
        } finally {
            if (!runs) {
                made.remove();
            }
        }
    }

    @Override
    public void close() throws EngineException, InterruptedException {
        List<BuildahContainer> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            left = List.copyOf(containers);
        }
        // The kernel ends all that runs in a process namespace with its first process, and waits for it.
        first.destroyForcibly();
        holder.waitFor();
        for (BuildahContainer container : left) {
            container.awaitIfStarted();
            container.remove();
        }
        try {
            if (network.isPresent()) {
                network.get().close();
                parts.addresses().release(address);
            }
            Directories.delete(directory);
        } catch (IOException e) {
            throw new EngineException("the pod's sandbox cannot be removed: " + e.getMessage(), e);
        }
    }

    synchronized void forget(BuildahContainer container) {
        containers.remove(container);
    }

    SandboxSpec spec() {
        return spec;
    }

    BuildahContainers.Parts parts() {
        return parts;
    }

    Path directory() {
        return directory;
    }

    ProcessHandle first() {
        return first;
    }
}
