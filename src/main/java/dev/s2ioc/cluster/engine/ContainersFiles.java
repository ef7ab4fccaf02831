package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configuration that buildah and podman share, and the environment that leads them to it. */
final class ContainersFiles {
    private ContainersFiles() {}

    static Map<String, String> prepare(EngineSettings settings) throws EngineException {
        Path directory = settings.directory();
        try {
            Path temporary = Files.createDirectories(directory.resolve("tmp"));
            Path registries = directory.resolve("registries.conf");
            Files.writeString(registries, RegistriesConf.text(settings.registry()));
            Map<String, String> environment = new HashMap<>(settings.environment());
            environment.put("CONTAINERS_REGISTRIES_CONF", registries.toString());
            environment.put("TMPDIR", temporary.toString());
            return environment;
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * With what podman needs to run containers, too: no limits that it may not set, no network of its own, and runc where it is, because
     * crun, which podman would prefer, fails where cgroups are hybrid.
     */
    static Map<String, String> prepareForContainers(EngineSettings settings) throws EngineException {
        Map<String, String> environment = prepare(settings);
        Path file = settings.directory().resolve("containers.conf");
        String runtime = settings.programs().findOfSystem("runc").isPresent() ? "runtime = \"runc\"\n" : "";
        String text = """
                [containers]
                default_ulimits = []
                netns = "host"

                [engine]
                cgroup_manager = "cgroupfs"
                %s""".formatted(runtime);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EngineException("cannot write to " + file + ": " + e.getMessage(), e);
        }
        environment.put("CONTAINERS_CONF", file.toString());
        return environment;
    }
}
