package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds with Docker's daemon. It knows no registries.conf: images of the cluster's registry go by its address on loopback, in Dockerfiles
 * too.
 */
final class Docker implements Engine {
    /** Images of nothing but an image, logs of nothing but lines. */
    private static final Map<String, String> PLAIN =
            Map.of("BUILDX_NO_DEFAULT_ATTESTATIONS", "1", "BUILDKIT_PROGRESS", "plain", "DOCKER_CLI_HINTS", "false");

    private final EngineSettings settings;
    private final ClientCommand client;
    private final ClientMachine machine;
    private final DockerCommand docker;
    private final ImageTransfer transfer;
    private final DaemonImages images;
    private final String version;
    private Containers containers;

    private Docker(EngineSettings settings, ClientCommand client, ClientMachine machine, String version) {
        this.settings = settings;
        this.client = client;
        this.machine = machine;
        this.docker = DockerCommand.of(client.subprocess());
        this.transfer = machine.here()
                ? new DirectTransfer(settings.registry(), docker)
                : new ArchiveTransfer(settings.registry(), docker, directory(settings));
        this.images = new DaemonImages(directory(settings).resolve("images"));
        this.version = version;
    }

    /** Asks the daemon for its version; fails when there is no program or no daemon. */
    static Docker open(EngineSettings settings) throws EngineException, InterruptedException {
        settings.programs().require("docker");
        RunningGroups running = new RunningGroups(settings.directory().resolve("running"));
        running.endLeftOvers();
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(PLAIN);
        Subprocess subprocess = new Subprocess(environment, running);
        List<String> answer = new ArrayList<>();
        int code = subprocess.run(List.of("docker", "version", "--format={{.Server.Version}}"), answer::add);
        if (code != 0) {
            throw new EngineException("docker's daemon cannot be reached: " + String.join(" ", answer));
        }
        try {
            Files.createDirectories(directory(settings));
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory(settings) + ": " + e.getMessage(), e);
        }
        ClientCommand client = new ClientCommand(subprocess, environment, List.of("docker"), false);
        ClientContainers.removeLeftOvers(client, directory(settings));
        return new Docker(settings, client, ClientMachine.ask(client), answer.getLast());
    }

    /** For what is ours; that it is there says that the daemon may run something for us. */
    private static Path directory(EngineSettings settings) {
        return settings.directory().resolve("docker");
    }

    @Override
    public String describe() {
        return "docker " + version + " (the daemon's own storage"
                + (machine.here() ? "" : ", on a machine of its own: images go there and back as archives") + ")";
    }

    /** What the daemon calls an image. */
    private String name(String reference) {
        return settings.registry().owns(reference) ? transfer.name(reference) : reference;
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        String image = name(reference);
        if (policy != PullPolicy.ALWAYS && docker.succeeds("image", "inspect", "--format={{.Id}}", image)) {
            return;
        }
        log.accept("Trying to pull " + reference + "...");
        if (settings.registry().owns(reference)) {
            transfer.pull(reference, log);
            images.add(image);
        } else {
            docker.with(credentials).call(List.of("pull", image), log);
        }
    }

    @Override
    public ImageConfig inspect(String reference) throws EngineException, InterruptedException {
        String image = name(reference);
        List<String> json = docker.lines(List.of("image", "inspect", image));
        try {
            JsonNode found =
                    new ObjectMapper().readTree(String.join("\n", json)).path(0);
            return ImageConfig.of(
                    found.path("Config"),
                    reference.contains("@")
                            ? reference.replaceFirst(".*@", "")
                            : digest(found.path("RepoDigests"), image));
        } catch (IOException e) {
            throw new EngineException("docker image inspect " + image + " printed no JSON: " + e.getMessage(), e);
        }
    }

    /** Of the repository in question, because registries may have it under different ones. */
    private static String digest(JsonNode repositories, String image) {
        List<String> all = repositories.valueStream().map(JsonNode::asText).toList();
        return all.stream()
                .filter(each -> Reference.of(image).repository().equals(each.replaceFirst("@.*", "")))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(each -> each.replaceFirst("^[^@]*@?", ""))
                .orElse("");
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        if (!build.mounts().isEmpty()) {
            throw new EngineException("docker cannot mount the volumes of a build; buildah and podman can:"
                    + " s2ioc cluster up --engine=buildah");
        }
        try {
            String text = Files.readString(build.dockerfile());
            Files.writeString(build.dockerfile(), named(text, settings.registry(), this::name));
        } catch (IOException e) {
            throw new EngineException("the Dockerfile cannot be changed: " + e.getMessage(), e);
        }
        String tagged = "Successfully tagged " + build.tag();
        BuildLines lines = new BuildLines(line -> {
            if (!line.equals(tagged)) {
                log.accept(line);
            }
        });
        try {
            docker.call(buildArguments(build), lines);
        } catch (EngineException e) {
            if (lines.remains().isPresent()) {
                // The daemon keeps what the last step before the failing one has made.
                docker.succeeds("rmi", lines.remains().get());
            }
            throw e;
        }
        log.accept(tagged);
        return build.tag();
    }

    /** Images of the registry by the names that the daemon knows, wherever one is named. */
    static String named(String dockerfile, LocalRegistry registry, UnaryOperator<String> names) {
        return Pattern.compile("(?mi)^(\\s*(?:FROM\\s|COPY\\s+--from=|ARG\\s).*?)("
                        + Pattern.quote(registry.name() + "/") + "[^\\s\"']*)")
                .matcher(dockerfile)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + names.apply(found.group(2))));
    }

    static List<String> buildArguments(ImageBuild build) {
        List<String> arguments = new ArrayList<>(List.of("build", "--network=host", "--force-rm"));
        if (build.layering() != ImageBuild.Layering.CACHED) {
            arguments.add("--no-cache");
        }
        build.buildArgs().forEach((name, value) -> arguments.add("--build-arg=" + name + "=" + value));
        arguments.addAll(List.of(
                "-f",
                build.dockerfile().toString(),
                "-t",
                build.tag(),
                build.context().toString()));
        return arguments;
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        String target = name(destination);
        docker.call(List.of("tag", image, target), log);
        if (!settings.registry().owns(destination)) {
            return DirectTransfer.push(docker.with(credentials), target, log);
        }
        images.add(target);
        String digest = transfer.push(destination, log);
        images.add(name(Reference.of(destination).repository() + "@" + digest));
        return digest;
    }

    @Override
    public void export(String image, Path tar) throws EngineException, InterruptedException {
        String container = docker.lines(List.of("create", name(image), "true")).getLast();
        try {
            docker.call(List.of("export", "--output=" + tar, container), line -> {});
        } finally {
            docker.call(List.of("rm", container), line -> {});
        }
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException, InterruptedException {
        return docker.run(Podman.runArguments(name(image), argv, environment), log);
    }

    @Override
    public synchronized Containers containers() throws EngineException, InterruptedException {
        if (containers == null) {
            containers = ClientContainers.open(client, machine, directory(settings), version, this::name);
        }
        return containers;
    }

    @Override
    public void remove(String image) throws EngineException, InterruptedException {
        docker.call(List.of("rmi", image), line -> {});
    }

    /** What others need stays: only names go, and what nothing names then. */
    @Override
    public void erase() throws EngineException, InterruptedException {
        for (String image : images.newestFirst()) {
            docker.succeeds("rmi", image);
        }
        docker.succeeds("rmi", PauseImage.NAME);
    }
}
