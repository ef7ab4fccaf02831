package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How a strategy makes an image of a source: three steps, in this order. */
interface Recipe {
    /** Prepares what needs no image. */
    void prepare(Path source) throws BuildFailure, IOException;

    /** Pulls the images that it starts from, and prepares what depends on them. */
    void pull(Engine engine, Consumer<String> log, Stages stages)
            throws BuildFailure, EngineException, InterruptedException, IOException;

    /** Whether there is anything to pull. */
    boolean pulls();

    /** What is there only while the image is built. */
    JsonNode strategy();

    /** What the engine shall build. */
    ImageBuild image(String tag, List<Mount> volumes);

    /** Why a build fails whose engine did. */
    Reason failure();

    /** The step under which the push is noted. */
    String pushStep();
}
