package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What limits one container.
 *
 * @param directories of its memory and its CPU, once or twice the same; none for a container without limits
 */
record ControlGroup(List<Path> directories) {
    static final ControlGroup NONE = new ControlGroup(List.of());

    private static final long PERIOD = 100_000;
    private static final long LEAST_QUOTA = 1_000;
    private static final int PATIENCE = 100;

    void limit(Optional<Long> memory, Optional<Long> thousandths) throws IOException {
        for (Path directory : directories) {
            Files.createDirectories(directory);
        }
        if (memory.isPresent()) {
            Path directory = directories.getFirst();
            String limit = Long.toString(memory.get());
            boolean unified = !Files.exists(directory.resolve("memory.limit_in_bytes"));
            Files.writeString(directory.resolve(unified ? "memory.max" : "memory.limit_in_bytes"), limit);
            // A limit that ends in the swap space is none.
            writeIfThere(directory.resolve("memory.memsw.limit_in_bytes"), limit);
            writeIfThere(directory.resolve("memory.swap.max"), "0");
        }
        if (thousandths.isPresent()) {
            Path directory = directories.getLast();
            long quota = Math.max(LEAST_QUOTA, thousandths.get() * PERIOD / 1000);
            if (Files.exists(directory.resolve("cpu.cfs_quota_us"))) {
                Files.writeString(directory.resolve("cpu.cfs_period_us"), Long.toString(PERIOD));
                Files.writeString(directory.resolve("cpu.cfs_quota_us"), Long.toString(quota));
            } else {
                Files.writeString(directory.resolve("cpu.max"), quota + " " + PERIOD);
            }
        }
    }

    private static void writeIfThere(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            Files.writeString(file, text);
        }
    }

    /** The files that a process writes itself into to become a member. */
    List<Path> members() {
        return directories.stream()
                .map(directory -> directory.resolve("cgroup.procs"))
                .distinct()
                .toList();
    }

    /** Whether the limit of memory has ended one of its processes. */
    boolean wasOutOfMemory() throws IOException {
        if (directories.isEmpty()) {
            return false;
        }
        Path first = directories.getFirst().resolve("memory.oom_control");
        Path file = Files.exists(first) ? first : directories.getFirst().resolve("memory.events");
        try {
            return Files.readAllLines(file).stream()
                    .anyMatch(line -> line.startsWith("oom_kill ") && !line.equals("oom_kill 0"));
        } catch (IOException e) {
            if (Files.exists(directories.getFirst())) {
                throw e;
            }
            // The pod has been ended as a whole, and its groups went with it.
            return false;
        }
    }

    /** Its last process may just be going. */
    void remove() throws EngineException {
        for (Path directory : directories) {
            for (int i = 0; !removed(directory, i == PATIENCE); i++) {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static boolean removed(Path directory, boolean last) throws EngineException {
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (FileSystemException e) {
            if (last) {
                throw new EngineException("cannot remove " + directory + ": " + e.getMessage(), e);
            }
            return false;
        } catch (IOException e) {
            throw new EngineException("cannot remove " + directory + ": " + e.getMessage(), e);
        }
    }
}
