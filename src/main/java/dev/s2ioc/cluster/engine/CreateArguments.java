package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What podman or docker is to make a container with.
 *
 * @param list the arguments after {@code create}
 * @param environment variables that are handed over in the program's own environment, because arguments can be read by all on the
 *     machine and variables may be secrets
 */
record CreateArguments(List<String> list, Map<String, String> environment) {
    /** Names with which the program itself is told something. */
    private static final Set<String> PROGRAMS_OWN = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "USER", "PWD");

    private static final List<String> PREFIXES = List.of(
            "LD_",
            "LC_",
            "XDG_",
            "GO",
            "DBUS_",
            "DOCKER_",
            "BUILDKIT_",
            "CONTAINER",
            "_CONTAINERS_",
            "STORAGE_",
            "REGISTR",
            "BUILDAH_",
            "SSL_",
            "SSH_",
            "NOTIFY_",
            "LISTEN_");

    /**
     * @param image as the engine names it
     * @param shared options that say what the container shares with others
     * @param limits whether limits of memory and CPU can be set
     */
    static CreateArguments of(ContainerSpec spec, String image, List<String> shared, boolean limits, boolean podman) {
        List<String> list = common(podman);
        list.addAll(shared);
        list.add("--workdir=" + (spec.workingDirectory().isEmpty() ? "/" : spec.workingDirectory()));
        list.add("--user=" + (spec.user().isEmpty() ? "0" : spec.user()));
        spec.groups().forEach(group -> list.add("--group-add=" + group));
        if (spec.readOnlyRoot()) {
            list.add("--read-only");
            if (podman) {
                list.add("--read-only-tmpfs=false");
            }
        }
        if (spec.stdin()) {
            list.add("--interactive");
        }
        if (spec.terminal()) {
            list.add("--tty");
        }
        for (ContainerSpec.Mount mount : spec.mounts()) {
            list.add("--mount=" + mount(mount));
        }
        if (limits) {
            spec.memory()
                    .ifPresent(
                            bytes -> list.addAll(List.of("--memory=" + bytes + "b", "--memory-swap=" + bytes + "b")));
            spec.cpu()
                    .ifPresent(cpu -> list.add("--cpus=" + cpu / 1000 + "."
                            + Long.toString(1000 + cpu % 1000).substring(1)));
        }
        Map<String, String> handed = new HashMap<>();
        spec.environment().forEach((name, value) -> {
            boolean own = PROGRAMS_OWN.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
            list.add("--env=" + name + (own ? "=" + value : ""));
            if (!own) {
                handed.put(name, value);
            }
        });
        list.addAll(List.of("--entrypoint=" + spec.argv().getFirst(), image));
        list.addAll(spec.argv().subList(1, spec.argv().size()));
        return new CreateArguments(List.copyOf(list), Map.copyOf(handed));
    }

    /** For all that is made: nothing that the engine would do besides running a program. */
    static List<String> common(boolean podman) {
        List<String> list = new ArrayList<>(List.of(
                "--pull=never",
                "--log-driver=none",
                "--stop-timeout=0",
                "--no-healthcheck",
                // Volumes are files of the cluster, which nobody has labelled.
                "--security-opt=label=disable"));
        if (podman) {
            // Without the last podman asks for more open files than it may have.
            list.addAll(List.of("--systemd=false", "--http-proxy=false", "--ulimit=host"));
        }
        return list;
    }

    /** A line of comma-separated values, which knows quotes. */
    private static String mount(ContainerSpec.Mount mount) {
        List<String> fields =
                new ArrayList<>(List.of("type=bind", "source=" + mount.source(), "target=" + mount.destination()));
        if (mount.readOnly()) {
            fields.add("readonly");
        }
        return String.join(",", fields.stream().map(CreateArguments::quoted).toList());
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
