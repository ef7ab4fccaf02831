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
    private final Optional<OwnNetwork> network;
    private final List<BuildahContainer> containers = new ArrayList<>();
    private boolean closed;

    private BuildahSandbox(
            SandboxSpec spec,
            BuildahContainers.Parts parts,
            Path directory,
            SandboxHolder holder,
            Optional<OwnNetwork> network) {
        this.spec = spec;
        this.parts = parts;
        this.directory = directory;
        this.holder = holder.process();
        this.first = holder.first();
        this.network = network;
    }

    static BuildahSandbox open(SandboxSpec spec, BuildahContainers.Parts parts, Path directory)
            throws EngineException, InterruptedException {
        SandboxHolder holder = SandboxHolder.start(
                parts.groups().removedAfter(spec.id(), parts.isolation().sandbox(spec)), parts.environment());
        try {
            Path shm = Files.createDirectories(directory.resolve("shm"));
            // As /dev/shm is everywhere: for all, each with files of one's own.
            Files.setAttribute(shm, "unix:mode", 01777);
            Optional<OwnNetwork> network = parts.isolation().hasNetwork(spec)
                    ? Optional.of(OwnNetwork.of(holder.first(), parts.addresses(), parts.between()))
                    : Optional.empty();
            return new BuildahSandbox(spec, parts, directory, holder, network);
        } catch (IOException e) {
            holder.end();
            throw new EngineException("the pod's sandbox cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public String address() {
        return network.map(OwnNetwork::address).orElse(PodPort.MACHINE);
    }

    @Override
    public boolean sharesNetwork() {
        return network.isEmpty();
    }

    @Override
    public String network() {
        return network.flatMap(OwnNetwork::between).isPresent() ? "pods" : spec.id();
    }

    @Override
    public SocketChannel connect(int port) throws IOException {
        return network.isPresent() ? network.get().connect(port) : new PodPort(PodPort.MACHINE, port).connect();
    }

    @Override
    public Optional<ServerSocketChannel> listen(InetSocketAddress at) throws IOException {
        return network.isPresent() ? Optional.of(network.get().listen(at)) : Optional.empty();
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
