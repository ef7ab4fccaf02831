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
 * @param pushDelay between a failed push and the next try
 */
public record BuildSettings(Path directory, EngineSource engines, Map<String, String> environment, Duration pushDelay) {

    public BuildSettings(Path directory, EngineSource engines, Map<String, String> environment) {
        this(directory, engines, environment, Duration.ofSeconds(5));
    }

    /** Where builds get their engine from. */
    @FunctionalInterface
    public interface EngineSource {
        Engine engine() throws EngineException, InterruptedException;
    }
}
