package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the cluster builds.
 *
 * @param directory where logs and the files of running builds are
 * @param engines asked at each build; may take its time at the first
 * @param environment in which git is run
 * @param cacheLayers whether a Docker build takes layers of earlier ones, which OpenShift does not
 * @param pushDelay between a failed push and the next try
 */
public record BuildSettings(
        Path directory,
        EngineSource engines,
        Map<String, String> environment,
        boolean cacheLayers,
        Duration pushDelay) {

    public BuildSettings(Path directory, EngineSource engines, Map<String, String> environment, boolean cacheLayers) {
        this(directory, engines, environment, cacheLayers, Duration.ofSeconds(5));
    }

    /** Where builds get their engine from. */
    @FunctionalInterface
    public interface EngineSource {
        Engine engine() throws EngineException, InterruptedException;
    }
}
