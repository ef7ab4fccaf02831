package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Under which digests registries have got the images that were built here: pushing packs layers, so that these are others than those
 * of the images as they are stored. One small file each, because containers of an image are started long after it was pushed.
 */
final class PushedDigests {
    private final Path directory;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    PushedDigests(Path directory) {
        this.directory = directory;
    }

    /** @param id of the image that a build has given a name */
    void built(String name, String id) {
        ids.put(name, id);
    }

    void pushed(String name, String digest) throws EngineException {
        String id = ids.remove(name);
        if (id == null) {
            return;
        }
        try {
            Files.writeString(Files.createDirectories(directory).resolve(id), digest);
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** @param stored what to answer for an image that was not built here */
    String of(String id, String stored) throws EngineException {
        Path note = directory.resolve(id.replaceFirst("^sha256:", ""));
        try {
            return id.isEmpty() || Files.notExists(note) ? stored : Files.readString(note);
        } catch (IOException e) {
            throw new EngineException("cannot read " + note + ": " + e.getMessage(), e);
        }
    }
}
