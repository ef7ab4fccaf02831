package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.pod.volume.PodVolumes.Supplies;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the kubelet works with.
 *
 * @param directory for logs, volumes and files of pods
 * @param failures hears of what goes wrong inside
 */
public record KubeletSettings(
        Path directory, EngineSource engines, Supplies supplies, Patience patience, Consumer<Throwable> failures) {

    /** Gives the engine, or says what to install. */
    public interface EngineSource {
        Engine engine() throws EngineException, InterruptedException;
    }
}
