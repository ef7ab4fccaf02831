package dev.s2ioc.testing;

import java.io.IOException;
import java.nio.file.Path;

/** The images that an engine keeps below a directory of a test. */
public final class EngineStorage {
    private EngineStorage() {}

    /**
     * Removes all images: a storage's overlays can only be taken apart by what made them, not by who removes the directory.
     *
     * @param program buildah or podman
     * @param storage where its {@code root} and {@code run} are
     */
    public static void empty(String program, Path storage) throws IOException, InterruptedException {
        new ProcessBuilder(
                        program,
                        "--root=" + storage.resolve("root"),
                        "--runroot=" + storage.resolve("run"),
                        "rmi",
                        "-a",
                        "-f")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
