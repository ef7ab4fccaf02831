package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One container of a pod. Nothing of the image is added: whoever makes this has merged entrypoint, command, environment and user.
 *
 * @param name unique within the sandbox for each start: the container's name and how often it has been started
 * @param image a local reference that has been pulled
 * @param argv program and arguments, never empty
 * @param user {@code UID} or {@code UID:GID} or a name of the image's; empty for root
 * @param groups supplementary group ids
 * @param stdin whether it reads what {@link Container#stdin()} is given; otherwise it reads nothing
 * @param memory limit in bytes, where the engine can
 * @param cpu limit in thousandths of a core, where the engine can
 */
public record ContainerSpec(
        String name,
        String image,
        List<String> argv,
        Map<String, String> environment,
        String workingDirectory,
        String user,
        List<Integer> groups,
        boolean readOnlyRoot,
        boolean stdin,
        boolean terminal,
        List<Mount> mounts,
        Optional<Long> memory,
        Optional<Long> cpu) {

    /** A file or directory of this machine at an absolute path in the container. */
    public record Mount(Path source, String destination, boolean readOnly) {}
}
