package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where this machine lets us limit what containers take of memory and CPU: the control groups of Linux below which theirs are made.
 *
 * @param memory the group below which those that limit memory are made
 * @param cpu the same for CPU; the same group in the second version of control groups
 * @param obstacle why there are none; empty when there are
 */
record ControlGroups(Optional<Path> memory, Optional<Path> cpu, String obstacle) {
    private static final String PREFIX = "s2ioc-pod-";

    static ControlGroups none(String obstacle) {
        return new ControlGroups(Optional.empty(), Optional.empty(), obstacle);
    }

    /**
     * @param mounts as in {@code /proc/mounts}
     * @param own as in {@code /proc/self/cgroup}
     */
    static ControlGroups find(List<String> mounts, List<String> own) {
        Optional<Path> memory = first(mounts, own, "memory");
        Optional<Path> cpu = first(mounts, own, "cpu");
        if (memory.isPresent() && cpu.isPresent()) {
            return new ControlGroups(memory, cpu, "");
        }
        Optional<Path> unified = unified(mounts, own);
        return unified.isPresent()
                ? new ControlGroups(unified, unified, "")
                : none("this machine has no control groups for memory and CPU that may be written to");
    }

    static ControlGroups find() throws EngineException {
        try {
            return find(Files.readAllLines(Path.of("/proc/mounts")), Files.readAllLines(Path.of("/proc/self/cgroup")));
        } catch (IOException e) {
            throw new EngineException("the control groups of this machine cannot be read: " + e.getMessage(), e);
        }
    }

    /** In the first version each controller has a tree of its own, whose groups may have members and groups. */
    private static Optional<Path> first(List<String> mounts, List<String> own, String controller) {
        return mounts.stream()
                .map(mount -> mount.split(" "))
                .filter(mount -> mount[2].equals("cgroup")
                        && List.of(mount[3].split(",")).contains(controller))
                .map(mount -> at(Path.of(mount[1]), own, controller))
                .filter(Files::isWritable)
                .findFirst();
    }

    /** In the second a group with members cannot hand on a controller; one further up does. */
    private static Optional<Path> unified(List<String> mounts, List<String> own) {
        for (String line : mounts) {
            String[] mount = line.split(" ");
            if (!mount[2].equals("cgroup2")) {
                continue;
            }
            Path root = Path.of(mount[1]);
            for (Path group = at(root, own, ""); group.startsWith(root); group = group.getParent()) {
                if (Files.isWritable(group) && handsOn(group)) {
                    return Optional.of(group);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean handsOn(Path group) {
        try {
            return List.of(Files.readString(group.resolve("cgroup.subtree_control"))
                            .strip()
                            .split(" "))
                    .containsAll(List.of("memory", "cpu"));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path at(Path root, List<String> own, String controller) {
        return own.stream()
                .map(line -> line.split(":", 3))
                .filter(line -> List.of(line[1].split(",")).contains(controller))
                .map(line -> root.resolve(line[2].replaceFirst("^/+", "")))
                // In a container the path may be one of the machine's.
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(root);
    }

    /** Makes one for a container that has limits. */
    ControlGroup make(String pod, ContainerSpec container) throws EngineException {
        boolean limited = container.memory().isPresent() || container.cpu().isPresent();
        if (memory.isEmpty() || cpu.isEmpty() || !limited) {
            return ControlGroup.NONE;
        }
        String name = PREFIX + pod + "-" + container.name();
        ControlGroup group =
                new ControlGroup(List.of(memory.get().resolve(name), cpu.get().resolve(name)));
        boolean limits = false;
        try {
            group.limit(container.memory(), container.cpu());
            limits = true;
        } catch (IOException e) {
            throw new EngineException("the limits of memory and CPU cannot be set: " + e.getMessage(), e);
        } finally {
            if (!limits) {
                group.remove();
            }
        }
        return group;
    }

    /** Removes a pod's groups after a program, whoever has ended it and even when we are gone. */
    List<String> removedAfter(String pod, List<String> argv) {
        if (memory.isEmpty() || cpu.isEmpty()) {
            return argv;
        }
        String groups = List.of(memory.get(), cpu.get()).stream()
                .map(group -> quoted(group + "/" + PREFIX + pod + "-") + "*")
                .collect(Collectors.joining(" "));
        List<String> wrapped = new ArrayList<>(List.of(
                "sh",
                "-c",
                "\"$@\"; code=$?; for group in " + groups + "; do"
                        + " for try in 1 2 3 4 5 6 7 8 9; do [ -d \"$group\" ] || break; rmdir \"$group\" || sleep 0.1; done; done; exit $code",
                "sh"));
        wrapped.addAll(argv);
        return wrapped;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
