package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which engine builds: the one that was asked for, or the first that works here. */
public final class Engines {
    private static final Map<String, Opening> IN_ORDER = inOrder();

    private Engines() {}

    /** Refuses a name that no engine has. */
    public static void check(String name) throws EngineException {
        named(name);
    }

    /** Opens the engine of that name, or with an empty name the best one. Programs are started to see whether they work. */
    public static Engine open(String name, EngineSettings settings) throws EngineException, InterruptedException {
        if (!name.isEmpty()) {
            return named(name).open(settings);
        }
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Opening> each : IN_ORDER.entrySet()) {
            try {
                return each.getValue().open(settings);
            } catch (EngineException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new EngineException(String.join("; ", reasons));
    }

    private static Opening named(String name) throws EngineException {
        Opening opening = IN_ORDER.get(name);
        if (opening == null) {
            throw new EngineException(
                    "there is no engine \"" + name + "\", choose one of " + String.join(", ", IN_ORDER.keySet()));
        }
        return opening;
    }

    private static Map<String, Opening> inOrder() {
        Map<String, Opening> engines = new LinkedHashMap<>();
        engines.put("buildah", Buildah::open);
        engines.put("podman", Podman::open);
        engines.put("docker", Docker::open);
        engines.put("builtin", Builtin::open);
        return engines;
    }

    /** Makes an engine ready, or says why it cannot work here. */
    private interface Opening {
        Engine open(EngineSettings settings) throws EngineException, InterruptedException;
    }
}
