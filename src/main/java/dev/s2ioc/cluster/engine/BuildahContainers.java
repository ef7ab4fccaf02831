package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs containers of buildah's working containers: their files are what buildah mounts, their surroundings are namespaces of
 * Linux. Nothing needs a daemon or an OCI runtime.
 */
final class BuildahContainers implements Containers {
    /** What the names of pods' working containers begin with; all others are of builds. */
    static final String PREFIX = "s2ioc-pod-";

    private static final List<String> SCRIPTS = List.of("sandbox.pl", "container.pl");
    private static final List<String> PROGRAMS = List.of("perl", "unshare", "nsenter", "setsid", "setpriv", "mount");

    private final Parts parts;
    private final Path directory;
    private final String version;

    private BuildahContainers(Parts parts, Path directory, String version) {
        this.parts = parts;
        this.directory = directory;
        this.version = version;
    }

    /** @param environment in which buildah finds its configuration */
    static BuildahContainers open(
            EngineSettings settings, BuildahCommand buildah, Map<String, String> environment, String version)
            throws EngineException, InterruptedException {
        for (String program : PROGRAMS) {
            settings.programs().require(program);
        }
        Path directory = settings.directory().resolve("pods");
        layOut(directory);
        Isolation isolation = Isolation.measure(buildah.subprocess(), buildah.argv(List.of("unshare")), directory);
        ControlGroups groups = isolation.entrance().isEmpty()
                ? ControlGroups.find()
                : ControlGroups.none("only root may limit what programs take");
        Launcher launcher = new Launcher(directory, environment);
        Parts parts = new Parts(
                buildah,
                isolation,
                groups,
                launcher,
                new PodAddresses(),
                PodsNetwork.where(isolation.ownNetwork()),
                environment);
        return new BuildahContainers(parts, directory, version);
    }

    private static void layOut(Path directory) throws EngineException {
        try {
            Directories.delete(directory);
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            for (String script : SCRIPTS) {
                try (InputStream in = BuildahContainers.class.getResourceAsStream("/container/" + script)) {
                    Files.copy(in, directory.resolve(script));
                }
            }
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String describe() {
        String user = parts.isolation().entrance().isEmpty() ? "" : ", user namespace";
        String network = parts.between().isPresent()
                ? "a network for each pod"
                : parts.isolation().ownNetwork()
                        ? "a network for each pod, no way between them"
                        : "this machine's network";
        String limits = limitless().isEmpty() ? "" : ", no limits of memory and CPU";
        return "buildah " + version + " (process, mount and IPC namespaces" + user + ", " + network + limits + ")";
    }

    @Override
    public Optional<String> limitless() {
        return Optional.of(parts.groups().obstacle()).filter(obstacle -> !obstacle.isEmpty());
    }

    @Override
    public Sandbox open(SandboxSpec spec) throws EngineException, InterruptedException {
        return BuildahSandbox.open(spec, parts, directory.resolve(spec.id()));
    }

    /** What all sandboxes share. */
    record Parts(
            BuildahCommand buildah,
            Isolation isolation,
            ControlGroups groups,
            Launcher launcher,
            PodAddresses addresses,
            Optional<PodsNetwork> between,
            Map<String, String> environment) {}
}
