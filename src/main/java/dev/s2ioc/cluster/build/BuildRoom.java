package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.log.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** What a running build needs of its surroundings, and tells them. */
interface BuildRoom {
    InstantSource clock();

    LogFiles logs();

    Uploads uploads();

    Engine engine() throws EngineException, InterruptedException;

    Duration pushDelay();

    /** Whether Docker builds take layers of earlier ones. */
    boolean cacheLayers();

    /** In which programs are run. */
    Map<String, String> environment();

    /** The secrets and config maps that a build may use. */
    ProjectData data(JsonNode build);

    /** How a build logs in to the cluster's registry: logins by registry. */
    JsonNode login(JsonNode build) throws IOException;

    /** A directory for this build alone, which need not exist yet. */
    Path directory(JsonNode build);

    /** The build's thread has begun. */
    void entered(ObjectNode build);

    /** The commit that it is made of. */
    void revised(ObjectNode build, ObjectNode revision);

    /** How it went; a reason is missing only when it went well. */
    void finish(ObjectNode build, Phase phase, Reason reason, Consumer<ObjectNode> status);

    /** The build's thread has nothing more to do. */
    void ended(ObjectNode build);
}
