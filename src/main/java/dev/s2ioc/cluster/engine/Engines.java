package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which engine builds: the one that was asked for, or the first that works here. */
public final class Engines {
    private static final Map<String, Opening> IN_ORDER = inOrder();

    /** What those engines have below the cluster's directory whose programs may outlive it. */
    private static final Map<String, String> STORAGE =
            Map.of("buildah", "storage", "podman", "podman", "docker", "docker");

    private Engines() {}

    /** Refuses a name that no engine has. */
    public static void check(String name) throws EngineException {
        named(name);
    }

    /** Opens the engine of that name, or with an empty name the best one. Programs are started to see whether they work. */
    public static Engine open(String name, EngineSettings settings) throws EngineException, InterruptedException {
        if (!name.isEmpty()) {
            return entered(name, named(name).open(settings), settings);
        }
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, Opening> each : IN_ORDER.entrySet()) {
            try {
                return entered(each.getKey(), each.getValue().open(settings), settings);
            } catch (EngineException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new EngineException(String.join("; ", reasons));
    }

    /**
     * Each engine ends what it has left running itself, but after a change of engines nobody would. One that is gone must not keep
     * another from working: it is asked again with the next start.
     */
    private static Engine entered(String name, Engine engine, EngineSettings settings)
            throws EngineException, InterruptedException {
        Path note = settings.directory().resolve("last");
        try {
            String last = Files.exists(note) ? Files.readString(note) : name;
            if (last.equals(name) || endLeftOvers(last, settings).isEmpty()) {
                Files.writeString(note, name);
            }
            return engine;
        } catch (IOException e) {
            throw new EngineException("cannot write to " + note + ": " + e.getMessage(), e);
        }
    }

    /**
     * Ends and removes what a cluster that is deleted has left running, and what engines keep of it elsewhere; answers what could not
     * be done, and why.
     */
    public static List<String> erase(EngineSettings settings) throws InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (String name : STORAGE.keySet()) {
            open(name, settings, Engine::erase).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static Optional<String> endLeftOvers(String name, EngineSettings settings) throws InterruptedException {
        return open(name, settings, engine -> {});
    }

    /** An engine ends with its opening what it has left running. */
    private static Optional<String> open(String name, EngineSettings settings, More more) throws InterruptedException {
        String storage = STORAGE.get(name);
        if (storage == null || Files.notExists(settings.directory().resolve(storage))) {
            return Optional.empty();
        }
        try {
            more.with(IN_ORDER.get(name).open(settings));
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of("what " + name + " may still run of the cluster could not be ended: " + e.getMessage());
        }
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

    /** Does something with an engine that has been opened. */
    private interface More {
        void with(Engine engine) throws EngineException, InterruptedException;
    }
}
