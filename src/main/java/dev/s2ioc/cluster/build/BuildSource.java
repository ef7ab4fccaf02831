package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.input.Archive;
import dev.s2ioc.cluster.build.input.Limits;
import dev.s2ioc.cluster.build.input.SourceTree;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Brings a build's input together in a directory: what is uploaded, or what a git repository holds. */
final class BuildSource {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JsonNode source;
    private final Upload upload;
    private final GitSource git;
    private final Consumer<String> log;

    /** Checks a git repository out. */
    interface GitSource {
        void fetch(Path directory) throws BuildFailure, InterruptedException, IOException;
    }

    BuildSource(JsonNode build, Upload upload, GitSource git, Consumer<String> log) {
        this.source = build.path("spec").path("source");
        this.upload = upload;
        this.git = git;
        this.log = log;
    }

    /** Fills the directory and returns the part of it that is to be built. */
    Path fetch(Path directory, Path spool) throws BuildFailure, InterruptedException, IOException {
        if (source.has("binary")) {
            receive(new SourceTree(directory, spool, Limits.DEFAULT), Json.at(source, "binary", "asFile"));
        } else if (source.has("git")) {
            git.fetch(directory);
        }
        String contextDir = Json.at(source, "contextDir");
        return Directories.within(directory, contextDir)
                .filter(Files::isDirectory)
                .orElseThrow(() -> new BuildFailure(
                        Reason.InvalidContextDirectory, "provided context directory does not exist: " + contextDir));
    }

    private void receive(SourceTree tree, String asFile) throws BuildFailure, InterruptedException {
        if (asFile.isEmpty()) {
            log.accept("Receiving source from STDIN as archive ...");
            upload.receive(stream -> new Archive(tree).extract(stream), PATIENCE);
        } else {
            log.accept("Receiving source from STDIN as file " + asFile);
            upload.receive(stream -> tree.file(asFile, 0, Instant.now(), stream), PATIENCE);
        }
    }
}
