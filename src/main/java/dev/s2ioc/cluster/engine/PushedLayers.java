package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Notes under which digest a layer was pushed: packing it again would take long. */
record PushedLayers(Path directory) {

    /** As the registry has it. */
    record Layer(String digest, long size) {}

    /** Null for one that was not pushed yet. */
    Layer find(String id) throws IOException {
        Path note = note(id);
        if (Files.notExists(note)) {
            return null;
        }
        String[] words = Files.readString(note).strip().split(" ");
        return new Layer(words[0], Long.parseLong(words[1]));
    }

    void note(String id, Layer layer) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(note(id), layer.digest() + " " + layer.size() + "\n");
    }

    private Path note(String id) {
        return directory.resolve(id.replace(':', '-'));
    }
}
