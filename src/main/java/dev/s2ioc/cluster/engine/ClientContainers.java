package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs containers with podman or docker. Those are not children of ours and outlive a cluster that is killed: they carry its directory
 * as a label, by which the next one finds and removes them.
 */
final class ClientContainers implements Containers {
    /** Says of a container that it is no pod's first one. */
    static final String JOINING = "dev.s2ioc.joining=true";

    private static final String LABEL = "dev.s2ioc.cluster";

    private final Parts parts;
    private final String version;

    private ClientContainers(Parts parts, String version) {
        this.parts = parts;
        this.version = version;
    }

    /** @param imageName what the engine calls an image */
    static ClientContainers open(
            ClientCommand command,
            ClientMachine machine,
            Path directory,
            String version,
            UnaryOperator<String> imageName)
            throws EngineException, InterruptedException {
        PodNetwork network = PodNetwork.of(machine, command.subprocess());
        if (network != PodNetwork.SHARED) {
            PauseImage.ensure(command, machine.architecture(), directory);
        }
        if (!machine.here()) {
            SharedFiles.require(command, directory);
        }
        return new ClientContainers(
                new Parts(
                        command,
                        machine,
                        network,
                        label(directory),
                        directory,
                        imageName,
                        new PodAddresses(),
                        PodsNetwork.where(network == PodNetwork.OWN)),
                version);
    }

    private static String label(Path directory) {
        return LABEL + "=" + directory.toAbsolutePath();
    }

    /** Removes all that an earlier cluster of this directory has left: what others hang on last. */
    static void removeLeftOvers(ClientCommand command, Path directory) throws EngineException, InterruptedException {
        List<String> left = left(command, List.of("--filter=label=" + label(directory)));
        if (!left.isEmpty()) {
            List<String> joining =
                    left(command, List.of("--filter=label=" + label(directory), "--filter=label=" + JOINING));
            remove(command, joining);
            left.removeAll(joining);
            remove(command, left);
        }
    }

    private static List<String> left(ClientCommand command, List<String> filters)
            throws EngineException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("ps", "--all", "--quiet"));
        arguments.addAll(filters);
        return command.call(arguments);
    }

    static void remove(ClientCommand command, List<String> ids) throws EngineException, InterruptedException {
        if (ids.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("rm", "--force", "--volumes"));
        arguments.addAll(ids);
        command.call(arguments);
    }

    @Override
    public String describe() {
        String runtime = parts.machine().runtime();
        String limits = limitless().isEmpty() ? "" : ", no limits of memory and CPU";
        return parts.command().prefix().getFirst() + " " + version + " (" + (runtime.isEmpty() ? "" : runtime + ", ")
                + parts.network().words()
                + (parts.network() == PodNetwork.OWN && parts.between().isEmpty() ? ", no way between them" : "")
                + limits + ")";
    }

    @Override
    public Optional<String> limitless() {
        return parts.machine().obstacle();
    }

    @Override
    public Sandbox open(SandboxSpec spec) throws EngineException, InterruptedException {
        return ClientSandbox.open(spec, parts);
    }

    /** What all sandboxes share. */
    record Parts(
            ClientCommand command,
            ClientMachine machine,
            PodNetwork network,
            String label,
            Path directory,
            UnaryOperator<String> imageName,
            PodAddresses addresses,
            Optional<PodsNetwork> between) {}
}
