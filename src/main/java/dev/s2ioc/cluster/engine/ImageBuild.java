package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What to build: the files, the Dockerfile, the name of the result. */
public record ImageBuild(
        Path context,
        Path dockerfile,
        String tag,
        Map<String, String> buildArgs,
        Layering layering,
        List<Mount> mounts) {

    public ImageBuild(Path context, Path dockerfile, String tag, Map<String, String> buildArgs, Layering layering) {
        this(context, dockerfile, tag, buildArgs, layering, List.of());
    }

    /** A directory that steps see, read-only, and that does not become part of the image. */
    public record Mount(Path directory, String destination) {}

    /** How steps become layers, and whether earlier builds' layers are used again. */
    public enum Layering {
        /** A layer for each step, taken from earlier builds where nothing has changed. */
        CACHED,
        /** A layer for each step, each made anew. */
        UNCACHED,
        /** One layer for all steps: what source builds do. */
        ONE_LAYER
    }
}
