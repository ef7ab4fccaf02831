package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process that serves the local cluster: whether it runs, starting it, stopping it. */
final class ClusterProcess {
    /** It rests most of the time: a heap that begins small and shrinks, and what the compiler needed is given back. */
    private static final List<String> MEMORY = List.of(
            "-Xms48m",
            "-Xmn16m",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:TrimNativeHeapInterval=5000");

    static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ClusterFiles files;
    private final Map<String, String> environment;

    /** @param environment what the process is started in: it must find the same directory as this run */
    ClusterProcess(ClusterFiles files, Map<String, String> environment) {
        this.files = files;
        this.environment = environment;
    }

    /**
     * What the running cluster says of itself; empty when none runs. Without a word of it the lock is let alone: to look whether
     * it is held takes it for a moment, in which a process that starts would find it held.
     */
    Optional<JsonNode> running() throws IOException {
        return files.hasState() && files.isHeld() ? files.readState() : Optional.empty();
    }

    /**
     * Starts the process and waits until it serves.
     *
     * @throws CommandFailure with the end of its log when it does not come up
     */
    JsonNode start(List<String> serveArguments) throws IOException, InterruptedException {
        files.create();
        files.forgetState();
        ProcessBuilder builder = new ProcessBuilder(command(serveArguments))
                .directory(files.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(files.log().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            Optional<JsonNode> state = running();
            if (state.isPresent()) {
                return state.get();
            }
            if (!process.isAlive()) {
                return afterDeath();
            }
            Thread.sleep(10);
        }
        process.destroy();
        throw new CommandFailure(
                "the cluster did not answer within " + START_LIMIT.toSeconds() + " seconds" + endOfLog());
    }

    /** The cluster answers before it knows what it builds with: its word, when it comes in time, with the engine. */
    JsonNode withEngine(JsonNode state, Duration patience) throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(patience);
        JsonNode newest = state;
        while (!newest.has("engine") && Instant.now().isBefore(limit)) {
            Thread.sleep(10);
            newest = running().orElse(newest);
        }
        return newest;
    }

    /** The process has died: of a rival that was faster, which is fine, or of a fault, which its log tells. */
    private JsonNode afterDeath() throws IOException, InterruptedException {
        for (int i = 0; i < 200 && files.isHeld(); i++) {
            Optional<JsonNode> rival = running();
            if (rival.isPresent()) {
                return rival.get();
            }
            Thread.sleep(25);
        }
        throw new CommandFailure("the cluster could not start" + endOfLog());
    }

    /** Asks the process to end and waits until it has; returns false when none ran. */
    boolean stop() throws IOException, InterruptedException {
        Optional<JsonNode> state = running();
        if (state.isEmpty()) {
            return false;
        }
        long pid = state.get().path("pid").asLong();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        Instant limit = Instant.now().plus(STOP_LIMIT);
        while (files.isHeld()) {
            if (Instant.now().isAfter(limit)) {
                throw new CommandFailure("the cluster (process " + pid + ") did not stop within "
                        + STOP_LIMIT.toSeconds() + " seconds; its log is " + files.log());
            }
            Thread.sleep(25);
        }
        files.forgetState();
        return true;
    }

    private static List<String> command(List<String> serveArguments) {
        List<String> command = new ArrayList<>();
        // A session of its own, so that Ctrl-C and the closing of the terminal do not reach the cluster.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String classPath = System.getProperty("java.class.path");
        cache(classPath).ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(MEMORY);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "dev.s2ioc.Main",
                "cluster",
                "serve"));
        command.addAll(serveArguments);
        return command;
    }

    /** What the JVM starts from: made by scripts/build beside the first jar. One that another JVM has made is passed over. */
    private static Optional<Path> cache(String classPath) {
        return Optional.of(classPath.split(File.pathSeparator)[0])
                .filter(first -> first.endsWith(".jar"))
                .map(jar -> Path.of(jar).resolveSibling("cluster.aot"))
                .filter(Files::exists);
    }

    private String endOfLog() throws IOException {
        if (!Files.exists(files.log())) {
            return "";
        }
        List<String> lines =
                Files.readString(files.log(), StandardCharsets.UTF_8).lines().toList();
        List<String> end = lines.subList(Math.max(0, lines.size() - 10), lines.size());
        return "; its log (" + files.log() + ") ends:\n  " + String.join("\n  ", end);
    }
}
