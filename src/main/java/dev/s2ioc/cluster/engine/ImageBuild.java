package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.Map;

/** What to build: the files, the Dockerfile, the name of the result. */
public record ImageBuild(Path context, Path dockerfile, String tag, Map<String, String> buildArgs, Layering layering) {

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
