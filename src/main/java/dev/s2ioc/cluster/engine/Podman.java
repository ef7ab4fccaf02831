package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Builds with podman, which is buildah inside: the same storage of our own, the same isolation for steps, runc for containers. */
final class Podman implements Engine {
    /** The first version that knows them. */
    private static final String HEREDOCS = "4.9";

    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");

    /** Podman's own exit code when it could not even begin. */
    private static final int OWN_FAILURE = 125;

    private final EngineSettings settings;
    private final Subprocess subprocess;
    private final Map<String, String> environment;
    private final String driver;
    private final String version;
    private final PushedDigests digests;
    private Containers containers;

    private Podman(
            EngineSettings settings,
            Subprocess subprocess,
            Map<String, String> environment,
            String driver,
            String version) {
        this.settings = settings;
        this.subprocess = subprocess;
        this.environment = environment;
        this.driver = driver;
        this.version = version;
        this.digests = new PushedDigests(settings.directory().resolve("digests"));
    }

    /** Prepares the storage; fails with the reason when podman cannot work here. */
    static Podman open(EngineSettings settings) throws EngineException, InterruptedException {
        settings.programs().require("podman");
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new EngineException(
                    "podman here is but the client of a virtual machine, which keeps no storage for others;"
                            + " docker works, also as a client of that machine: DOCKER_HOST=unix://$(podman machine inspect"
                            + " --format '{{.ConnectionInfo.PodmanSocket.Path}}')");
        }
        RunningGroups running = new RunningGroups(settings.directory().resolve("running"));
        running.endLeftOvers();
        Map<String, String> environment = ContainersFiles.prepareForContainers(settings);
        // With them podman would be the client of another machine's.
        environment.keySet().removeAll(Set.of("CONTAINER_HOST", "CONTAINER_CONNECTION"));
        Subprocess subprocess = new Subprocess(environment, running);
        List<String> said = new ArrayList<>();
        subprocess.run(List.of("podman", "--version"), said::add);
        String version = said.getLast().replaceFirst(".* ", "");
        Podman overlay = new Podman(settings, subprocess, environment, "overlay", version);
        Podman podman = overlay.works() ? overlay : new Podman(settings, subprocess, environment, "vfs", version);
        ClientContainers.removeLeftOvers(podman.command(), podman.directory());
        return podman;
    }

    private boolean works() throws EngineException, InterruptedException {
        return subprocess.run(argv(List.of("images", "-q")), line -> {}) == 0;
    }

    @Override
    public String describe() {
        return "podman " + version + " (chroot isolation, " + driver + " storage)";
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        boolean present = subprocess.run(argv(List.of("image", "exists", reference)), line -> {}) == 0;
        if (present && policy == PullPolicy.MISSING) {
            return;
        }
        Consumer<String> copy = FailureLines.ofCopy(log);
        List<String> arguments = new ArrayList<>(List.of("pull"));
        arguments.addAll(Buildah.towards(reference, credentials, settings.registry()));
        arguments.add(reference);
        call(arguments, line -> {
            if (!IMAGE_ID.matcher(line).matches()) {
                copy.accept(line);
            }
        });
    }

    @Override
    public ImageConfig inspect(String reference) throws EngineException, InterruptedException {
        List<String> json = new ArrayList<>();
        call(List.of("image", "inspect", reference), json::add);
        try {
            JsonNode image =
                    new ObjectMapper().readTree(String.join("\n", json)).path(0);
            return ImageConfig.of(
                    image.path("Config"),
                    digests.of(image.path("Id").asText(""), image.path("Digest").asText("")));
        } catch (IOException e) {
            throw new EngineException("podman image inspect " + reference + " printed no JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        Heredocs.refuseBefore(HEREDOCS, version, build.dockerfile(), "podman");
        List<String> ids = new ArrayList<>();
        call(buildArguments(build), line -> {
            if (IMAGE_ID.matcher(line).matches()) {
                ids.add(line);
            }
            log.accept(line);
        });
        if (ids.isEmpty()) {
            return build.tag();
        }
        digests.built(build.tag(), ids.getLast());
        return ids.getLast();
    }

    static List<String> buildArguments(ImageBuild build) {
        List<String> arguments =
                new ArrayList<>(Buildah.buildArguments(build, List.of("--isolation=chroot", "--network=host")));
        arguments.set(0, "build");
        return arguments;
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        String digest = DigestFile.written(settings.directory(), file -> {
            call(List.of("tag", image, destination), log);
            call(pushArguments(settings.registry(), destination, credentials, file), FailureLines.ofCopy(log));
        });
        digests.pushed(image, digest);
        return digest;
    }

    static List<String> pushArguments(
            LocalRegistry registry, String destination, Credentials credentials, Path digestFile) {
        List<String> arguments = new ArrayList<>(List.of("push", "--digestfile=" + digestFile));
        arguments.addAll(Buildah.towards(destination, credentials, registry));
        arguments.addAll(List.of(destination, "docker://" + registry.reachable(destination)));
        return arguments;
    }

    @Override
    public void export(String image, Path tar) throws EngineException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(FileExport.arguments(image, tar));
        call(arguments, line -> {});
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException, InterruptedException {
        List<String> arguments = runArguments(image, argv, environment);
        // Without it podman asks for more open files than it may have.
        arguments.add(1, "--ulimit=host");
        FailureLines lines = new FailureLines(log);
        int code = subprocess.run(argv(arguments), lines);
        if (code == OWN_FAILURE) {
            throw new EngineException(lines.message("podman run failed"));
        }
        lines.flush();
        return code;
    }

    /** The program replaces the entry point, so that it runs as it was given. */
    static List<String> runArguments(String image, List<String> argv, Map<String, String> environment) {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--rm", "--network=host", "--entrypoint=" + argv.getFirst()));
        environment.forEach((name, value) -> arguments.add("--env=" + name + "=" + value));
        arguments.add(image);
        arguments.addAll(argv.subList(1, argv.size()));
        return arguments;
    }

    @Override
    public synchronized Containers containers() throws EngineException, InterruptedException {
        if (containers == null) {
            containers = ClientContainers.open(
                    command(), ClientMachine.ask(command()), directory(), version, UnaryOperator.identity());
        }
        return containers;
    }

    private Path directory() {
        return settings.directory().resolve("podman");
    }

    private ClientCommand command() {
        return new ClientCommand(subprocess, environment, argv(List.of()), true);
    }

    @Override
    public void remove(String image) throws EngineException, InterruptedException {
        call(List.of("rmi", image), line -> {});
    }

    private void call(List<String> arguments, Consumer<String> log) throws EngineException, InterruptedException {
        subprocess.call(argv(arguments), "podman " + arguments.getFirst(), log);
    }

    private List<String> argv(List<String> arguments) {
        Path storage = directory();
        List<String> argv = new ArrayList<>(List.of(
                "podman",
                "--log-level=error",
                "--root=" + storage.resolve("root"),
                "--runroot=" + storage.resolve("run"),
                "--storage-driver=" + driver));
        argv.addAll(arguments);
        return argv;
    }
}
