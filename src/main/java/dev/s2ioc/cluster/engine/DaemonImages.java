package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notes which images a daemon keeps because of the cluster, among those of all others who use it: they go with the cluster. */
final class DaemonImages {
    private final Path file;

    DaemonImages(Path file) {
        this.file = file;
    }

    synchronized void add(String reference) throws EngineException {
        try {
            if (!all().contains(reference)) {
                Files.writeString(file, reference + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new EngineException("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }

    /** The newest first: what an image was made from is needed no longer then. */
    synchronized List<String> newestFirst() throws EngineException {
        try {
            return List.copyOf(all()).reversed();
        } catch (IOException e) {
            throw new EngineException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Set<String> all() throws IOException {
        return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : Set.of();
    }
}
