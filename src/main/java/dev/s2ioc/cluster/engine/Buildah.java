package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Builds with buildah: no daemon, no root, storage of its own below the cluster's directory. */
final class Buildah implements Engine {
    /** The first version that knows them. */
    private static final String HEREDOCS = "1.33";

    private static final Pattern IMAGE_ID = Pattern.compile("[0-9a-f]{64}");

    private final EngineSettings settings;
    private final BuildahCommand command;
    private final Map<String, String> environment;
    private final String version;
    private final StepIsolation isolation;
    private final PushedDigests digests;
    private Containers containers;
    private int working;
    private boolean containersLeft;

    private Buildah(
            EngineSettings settings,
            BuildahCommand command,
            Map<String, String> environment,
            String version,
            StepIsolation isolation) {
        this.settings = settings;
        this.command = command;
        this.environment = environment;
        this.version = version;
        this.isolation = isolation;
        this.digests = new PushedDigests(settings.directory().resolve("digests"));
    }

    /** Prepares the storage; fails with the reason when buildah cannot work here. */
    static Buildah open(EngineSettings settings) throws EngineException, InterruptedException {
        settings.programs().require("buildah");
        RunningGroups running = new RunningGroups(settings.directory().resolve("running"));
        running.endLeftOvers();
        Map<String, String> environment = ContainersFiles.prepare(settings);
        Subprocess subprocess = new Subprocess(environment, running);
        List<String> said = new ArrayList<>();
        subprocess.run(List.of("buildah", "--version"), said::add);
        String version = said.getFirst().split(" ")[2];
        Path storage = settings.directory().resolve("storage");
        boolean used = Files.exists(storage);
        BuildahCommand overlay = new BuildahCommand(subprocess, storage, "overlay");
        boolean works = overlay.run(List.of("images", "-q"), line -> {}) == 0;
        BuildahCommand command = works ? overlay : new BuildahCommand(subprocess, storage, "vfs");
        StepIsolation isolation = StepIsolation.find(settings, command, version);
        if (used) {
            isolation.endLeftOvers(subprocess);
            command.call(List.of("rm", "-a"), line -> {});
        }
        return new Buildah(settings, command, environment, version, isolation);
    }

    @Override
    public String describe() {
        return "buildah " + version + " (" + isolation.describe() + ", " + command.driver() + " storage)";
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        Consumer<String> copy = FailureLines.ofCopy(log);
        String wanted = "--policy=" + policy.name().toLowerCase(Locale.ROOT);
        List<String> arguments = new ArrayList<>(List.of("pull", "--retry=1", "--retry-delay=1s", wanted));
        arguments.addAll(towards(reference, credentials, settings.registry()));
        arguments.add(reference);
        call(arguments, line -> {
            if (!IMAGE_ID.matcher(line).matches()) {
                copy.accept(line);
            }
        });
    }

    @Override
    public ImageConfig inspect(String image) throws EngineException, InterruptedException {
        List<String> json = new ArrayList<>();
        call(List.of("inspect", "--type=image", image), json::add);
        try {
            JsonNode found = new ObjectMapper().readTree(String.join("\n", json));
            return ImageConfig.of(
                    found.path("Docker").path("config"),
                    digests.of(
                            found.path("FromImageID").asText(""),
                            found.path("FromImageDigest").asText("")));
        } catch (IOException e) {
            throw new EngineException("buildah inspect " + image + " printed no JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Heredocs.refuseBefore(HEREDOCS, version, build.dockerfile(), "buildah");
        working(() -> call(buildArguments(build, isolation.flags()), line -> {
            if (IMAGE_ID.matcher(line).matches()) {
                ids.add(line);
            }
            log.accept(line);
        }));
        if (ids.isEmpty()) {
            return build.tag();
        }
        digests.built(build.tag(), ids.getLast());
        return ids.getLast();
    }

    static List<String> buildArguments(ImageBuild build, List<String> isolation) {
        List<String> arguments = new ArrayList<>(List.of("bud"));
        arguments.addAll(isolation);
        arguments.addAll(List.of("--force-rm", "--format=docker", "--pull=false"));
        arguments.addAll(
                switch (build.layering()) {
                    case CACHED -> List.of("--layers");
                    case UNCACHED -> List.of("--layers", "--no-cache");
                    case ONE_LAYER -> List.of("--layers=false", "--no-cache");
                });
        build.buildArgs().forEach((name, value) -> arguments.add("--build-arg=" + name + "=" + value));
        build.mounts()
                .forEach(mount -> arguments.add("--volume=" + mount.directory() + ":" + mount.destination() + ":ro"));
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
        String digest = DigestFile.written(settings.directory(), file -> {
            call(List.of("tag", image, destination), log);
            String target = "docker://" + settings.registry().reachable(destination);
            List<String> arguments = new ArrayList<>(List.of("push", "--retry=0", "--digestfile=" + file));
            arguments.addAll(towards(destination, credentials, settings.registry()));
            arguments.addAll(List.of(destination, target));
            call(arguments, FailureLines.ofCopy(log));
        });
        digests.pushed(image, digest);
        return digest;
    }

    /** How a registry is spoken to. Others' credentials are not for the cluster's own. */
    static List<String> towards(String reference, Credentials credentials, LocalRegistry registry) {
        List<String> flags = new ArrayList<>();
        if (registry.mayBePlain(reference)) {
            flags.add("--tls-verify=false");
        }
        if (!registry.owns(reference)) {
            credentials.file().ifPresent(file -> flags.add("--authfile=" + file));
        }
        return flags;
    }

    @Override
    public void export(String image, Path tar) throws EngineException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("bud"));
        arguments.addAll(FileExport.arguments(image, tar));
        working(() -> call(arguments, line -> {}));
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException, InterruptedException {
        int[] code = new int[1];
        working(() -> {
            List<String> container = new ArrayList<>();
            call(List.of("from", "--pull=false", image), container::add);
            List<String> arguments = new ArrayList<>(List.of("run"));
            arguments.addAll(isolation.flags());
            environment.forEach((name, value) -> arguments.add("--env=" + name + "=" + value));
            arguments.addAll(List.of(container.getLast(), "--"));
            arguments.addAll(argv);
            FailureLines lines = new FailureLines(log);
            code[0] = command.run(arguments, lines);
            call(List.of("rm", container.getLast()), line -> {});
        });
        return code[0];
    }

    @Override
    public void remove(String image) throws EngineException, InterruptedException {
        call(List.of("rmi", image), line -> {});
    }

    @Override
    public synchronized Containers containers() throws EngineException, InterruptedException {
        if (containers == null) {
            containers = BuildahContainers.open(settings, command, environment, version);
        }
        return containers;
    }

    /** Buildah that is killed leaves its containers; builds' can only be told apart when no other build works. */
    private void working(Work work) throws EngineException, InterruptedException {
        synchronized (this) {
            working++;
        }
        boolean ended = false;
        try {
            work.run();
            ended = true;
        } finally {
            leave(ended);
        }
    }

    private synchronized void leave(boolean ended) throws EngineException, InterruptedException {
        working--;
        containersLeft |= !ended;
        if (working == 0 && containersLeft) {
            isolation.endLeftOvers(command.subprocess());
            List<String> names = new ArrayList<>();
            call(List.of("containers", "--noheading", "--format={{.ContainerName}}"), names::add);
            for (String name : names) {
                if (!name.startsWith(BuildahContainers.PREFIX)) {
                    call(List.of("rm", name), line -> {});
                }
            }
            containersLeft = false;
        }
    }

    private void call(List<String> arguments, Consumer<String> log) throws EngineException, InterruptedException {
        command.call(arguments, log);
    }

    /** A piece of work in which containers exist. */
    private interface Work {
        void run() throws EngineException, InterruptedException;
    }
}
