package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file into which `push --digestfile` writes what it has pushed. */
final class DigestFile {
    private DigestFile() {}

    static String written(Path directory, Push push) throws EngineException, InterruptedException {
        try {
            Path file = Files.createTempFile(directory, "push", ".digest");
            try {
                push.to(file);
                return Files.readString(file).strip();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    interface Push {
        void to(Path digestFile) throws EngineException, InterruptedException;
    }
}
