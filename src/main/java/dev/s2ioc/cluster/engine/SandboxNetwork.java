package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The network of one pod that podman or docker runs.
 *
 * @param first the container that holds it; none holds this machine's
 * @param address as the pod sees it
 * @param options with which further containers join it
 * @param own what this process makes sockets in; empty where it cannot
 * @param published whether the engine brings the ports of the first container to this machine's loopback
 */
record SandboxNetwork(
        Optional<String> first,
        String address,
        List<String> options,
        Optional<OwnNetwork> own,
        boolean published,
        ClientContainers.Parts parts) {

    static SandboxNetwork open(SandboxSpec spec, ClientContainers.Parts parts)
            throws EngineException, InterruptedException, IOException {
        boolean podman = parts.command().podman();
        if (parts.network() == PodNetwork.PUBLISHED && spec.hostNetwork()) {
            throw new EngineException("hostNetwork: the containers are not on this machine but on one of "
                    + parts.command().prefix().getFirst() + "'s");
        }
        if (parts.network() == PodNetwork.SHARED || spec.hostNetwork()) {
            List<String> options = List.of("--network=host", "--hostname=" + spec.hostname());
            return new SandboxNetwork(Optional.empty(), PodPort.MACHINE, options, Optional.empty(), false, parts);
        }
        String first = parts.command().make(firstArguments(spec, parts.network(), podman, parts.label()));
        List<String> options = new ArrayList<>(List.of("--network=container:" + first, "--ipc=container:" + first));
        if (podman) {
            // Docker gives them the first one's.
            options.add("--hostname=" + spec.hostname());
        }
        return parts.network() == PodNetwork.OWN
                ? own(first, options, parts)
                : new SandboxNetwork(
                        Optional.of(first),
                        inspect(parts, first, "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"),
                        options,
                        Optional.empty(),
                        true,
                        parts);
    }

    static List<String> firstArguments(SandboxSpec spec, PodNetwork network, boolean podman, String label) {
        List<String> arguments = new ArrayList<>(List.of("run", "--detach"));
        arguments.addAll(CreateArguments.common(podman));
        arguments.addAll(List.of(
                "--label=" + label,
                "--hostname=" + spec.hostname(),
                "--ipc=shareable",
                "--sysctl=net.ipv4.ip_unprivileged_port_start=0"));
        if (network == PodNetwork.OWN) {
            arguments.add("--network=none");
        } else {
            spec.ports().stream().sorted().forEach(port -> arguments.add("--publish=127.0.0.1::" + port));
        }
        arguments.add(PauseImage.NAME);
        return arguments;
    }

    private static SandboxNetwork own(String first, List<String> options, ClientContainers.Parts parts)
            throws EngineException, InterruptedException, IOException {
        long pid = Long.parseLong(inspect(parts, first, "{{.State.Pid}}"));
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new EngineException("the pod's first container has ended"));
        OwnNetwork network = OwnNetwork.of(process, parts.addresses(), parts.between());
        return new SandboxNetwork(Optional.of(first), network.address(), options, Optional.of(network), false, parts);
    }

    private static String inspect(ClientContainers.Parts parts, String container, String format)
            throws EngineException, InterruptedException {
        return parts.command()
                .call(List.of("container", "inspect", "--format=" + format, container))
                .getLast();
    }

    boolean isShared() {
        return first.isEmpty();
    }

    /** Whether there is a way to other pods, in which services listen for all. */
    boolean isBetweenPods() {
        return own.flatMap(OwnNetwork::between).isPresent();
    }

    SocketChannel connect(int port) throws IOException {
        if (published) {
            return new PodPort(PodPort.MACHINE, publishedAs(port)).connect();
        }
        return own.isPresent() ? own.get().connect(port) : new PodPort(address, port).connect();
    }

    /** The engine chooses the port on this machine. */
    private int publishedAs(int port) throws IOException {
        try {
            String line = parts.command()
                    .call(List.of("port", first.orElseThrow(), port + "/tcp"))
                    .getFirst();
            return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
        } catch (EngineException e) {
            throw new ConnectException(
                    "port " + port + " is not reached: with this engine only ports are that a container"
                            + " of the pod declares (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    Optional<ServerSocketChannel> listen(InetSocketAddress at) throws IOException {
        return own.isPresent() ? Optional.of(own.get().listen(at)) : Optional.empty();
    }

    void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
