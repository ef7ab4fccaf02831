package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.Map;

/** What every engine must know: where it may keep its things, the cluster's registry, the environment to run programs in. */
public record EngineSettings(Path directory, LocalRegistry registry, Map<String, String> environment) {

    Programs programs() {
        return new Programs(environment);
    }
}
