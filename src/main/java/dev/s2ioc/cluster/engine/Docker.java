package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds with Docker's daemon. It knows no registries.conf: the cluster's registry goes by its address on loopback, which the daemon takes
 * without TLS, in Dockerfiles too.
 */
final class Docker implements Engine {
    private static final Pattern DIGEST = Pattern.compile(".*digest: (sha256:[0-9a-f]{64}).*");

    private final EngineSettings settings;
    private final Subprocess subprocess;
    private final String version;
    private Containers containers;

    private Docker(EngineSettings settings, Subprocess subprocess, String version) {
        this.settings = settings;
        this.subprocess = subprocess;
        this.version = version;
    }

    /** Asks the daemon for its version; fails when there is no program or no daemon. */
    static Docker open(EngineSettings settings) throws EngineException, InterruptedException {
        settings.programs().require("docker");
        RunningGroups running = new RunningGroups(settings.directory().resolve("running"));
        running.endLeftOvers();
        Subprocess subprocess = new Subprocess(settings.environment(), running);
        List<String> answer = new ArrayList<>();
        int code = subprocess.run(List.of("docker", "version", "--format={{.Server.Version}}"), answer::add);
        if (code != 0) {
            throw new EngineException("docker's daemon cannot be reached: " + String.join(" ", answer));
        }
        Docker docker = new Docker(settings, subprocess, answer.getLast());
        try {
            Files.createDirectories(docker.directory());
        } catch (IOException e) {
            throw new EngineException("cannot write to " + docker.directory() + ": " + e.getMessage(), e);
        }
        ClientContainers.removeLeftOvers(docker.command(), docker.directory());
        return docker;
    }

    /** For what is ours; that it is there says that the daemon may run something for us. */
    private Path directory() {
        return settings.directory().resolve("docker");
    }

    private ClientCommand command() {
        return new ClientCommand(subprocess, settings.environment(), List.of("docker"), false);
    }

    @Override
    public String describe() {
        return "docker " + version + " (the daemon's own storage)";
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        String image = settings.registry().reachable(reference);
        boolean present =
                subprocess.run(List.of("docker", "image", "inspect", "--format={{.Id}}", image), line -> {}) == 0;
        if (!present || policy == PullPolicy.ALWAYS) {
            log.accept("Trying to pull " + reference + "...");
            call(argv(reference, credentials, "pull", image), log);
        }
    }

    @Override
    public ImageConfig inspect(String reference) throws EngineException, InterruptedException {
        String image = settings.registry().reachable(reference);
        List<String> json = new ArrayList<>();
        call(List.of("docker", "image", "inspect", image), json::add);
        try {
            JsonNode found =
                    new ObjectMapper().readTree(String.join("\n", json)).path(0);
            String digest = found.path("RepoDigests").path(0).asText("").replaceFirst("^[^@]*@?", "");
            return ImageConfig.of(found.path("Config"), digest);
        } catch (IOException e) {
            throw new EngineException("docker image inspect " + image + " printed no JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        if (!build.mounts().isEmpty()) {
            throw new EngineException("docker cannot mount the volumes of a build; buildah and podman can:"
                    + " s2ioc cluster up --engine=buildah");
        }
        try {
            String text = Files.readString(build.dockerfile());
            Files.writeString(build.dockerfile(), withAddress(text, settings.registry()));
        } catch (IOException e) {
            throw new EngineException("the Dockerfile cannot be changed: " + e.getMessage(), e);
        }
        call(buildArgv(build), log);
        log.accept("Successfully tagged " + build.tag());
        return build.tag();
    }

    /** The registry by the name that the daemon can resolve, wherever an image is named. */
    static String withAddress(String dockerfile, LocalRegistry registry) {
        return Pattern.compile(
                        "(?mi)^(\\s*(?:FROM\\s|COPY\\s+--from=|ARG\\s).*?)" + Pattern.quote(registry.name() + "/"))
                .matcher(dockerfile)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + registry.address() + "/"));
    }

    static List<String> buildArgv(ImageBuild build) {
        List<String> argv = new ArrayList<>(List.of("docker", "build", "--network=host", "--force-rm"));
        if (build.layering() != ImageBuild.Layering.CACHED) {
            argv.add("--no-cache");
        }
        build.buildArgs().forEach((name, value) -> argv.add("--build-arg=" + name + "=" + value));
        argv.addAll(List.of(
                "-f",
                build.dockerfile().toString(),
                "-t",
                build.tag(),
                build.context().toString()));
        return argv;
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        String target = settings.registry().reachable(destination);
        call(List.of("docker", "tag", image, target), log);
        List<String> digests = new ArrayList<>();
        call(argv(destination, credentials, "push", target), line -> {
            Matcher digest = DIGEST.matcher(line);
            if (digest.matches()) {
                digests.add(digest.group(1));
            }
            log.accept(line);
        });
        if (digests.isEmpty()) {
            throw new EngineException("docker push " + target + " did not say what digest it has pushed");
        }
        return digests.getLast();
    }

    private List<String> argv(String reference, Credentials credentials, String... words) {
        List<String> argv = new ArrayList<>(List.of("docker"));
        if (!settings.registry().owns(reference)) {
            credentials.directory().ifPresent(directory -> argv.add("--config=" + directory));
        }
        argv.addAll(List.of(words));
        return argv;
    }

    @Override
    public void export(String image, Path tar) throws EngineException, InterruptedException {
        List<String> container = new ArrayList<>();
        call(List.of("docker", "create", settings.registry().reachable(image), "true"), container::add);
        try {
            call(List.of("docker", "export", "--output=" + tar, container.getLast()), line -> {});
        } finally {
            call(List.of("docker", "rm", container.getLast()), line -> {});
        }
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("docker"));
        all.addAll(Podman.runArguments(settings.registry().reachable(image), argv, environment));
        return subprocess.run(all, log);
    }

    @Override
    public synchronized Containers containers() throws EngineException, InterruptedException {
        if (containers == null) {
            containers = ClientContainers.open(
                    command(),
                    directory(),
                    version,
                    image -> settings.registry().reachable(image));
        }
        return containers;
    }

    @Override
    public void remove(String image) throws EngineException, InterruptedException {
        call(List.of("docker", "rmi", image), line -> {});
    }

    private void call(List<String> argv, Consumer<String> log) throws EngineException, InterruptedException {
        List<String> last = new ArrayList<>();
        int code = subprocess.run(argv, line -> {
            last.clear();
            last.add(line);
            log.accept(line);
        });
        if (code != 0) {
            throw new EngineException(
                    last.isEmpty()
                            ? String.join(" ", argv.subList(0, 2)) + " ended with exit status " + code
                            : last.getFirst().replaceFirst("^(ERROR|Error response from daemon): ", ""));
        }
    }
}
