package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.log.LogFiles;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Starts builds as their policy allows, ends them, and writes down their phases. */
public final class BuildController implements AutoCloseable {
    private static final Duration OUTPUT_RETRY = Duration.ofSeconds(5);

    private final Machinery machinery;
    private final ImageStreams streams;
    private final BuildSettings settings;
    private final LogFiles logs;
    private final Builds builds;
    private final History history;
    private final EventRecorder events;
    private final Uploads uploads = new Uploads();
    private final Map<Key, RunningBuild> running = new ConcurrentHashMap<>();
    private boolean closed;

    public BuildController(Machinery machinery, ImageStreams streams, BuildSettings settings) throws IOException {
        this.machinery = machinery;
        this.streams = streams;
        this.settings = settings;
        this.logs = new LogFiles(settings.directory().resolve("logs"), machinery.clock());
        this.builds = new Builds(machinery);
        this.history = new History(builds);
        this.events = new EventRecorder(machinery, "build-controller");
        Directories.delete(work());
    }

    /** Ends what an earlier process has not brought to its end, and starts what waits. */
    public void start() {
        List<ObjectNode> all = builds.all();
        all.stream()
                .filter(BuildController::cannotGoOn)
                .forEach(build -> enter(build, Phase.Error, Reason.ClusterStopped, status -> {}));
        all.stream().filter(build -> Phase.of(build) == Phase.New).forEach(this::advance);
    }

    /** Whose process or whose upload has gone with the earlier cluster. */
    private static boolean cannotGoOn(ObjectNode build) {
        Phase phase = Phase.of(build);
        return phase.isActive()
                || phase == Phase.New && build.path("spec").path("source").has("binary");
    }

    /** What the builds say, by their uid. */
    public LogFiles logs() {
        return logs;
    }

    Instant now() {
        return machinery.clock().instant();
    }

    Builds builds() {
        return builds;
    }

    /** The secrets and config maps next to a build or a configuration. */
    ProjectData data(JsonNode object) {
        return new ProjectData(machinery.store(), Json.at(object, "metadata", "namespace"));
    }

    Uploads uploads() {
        return uploads;
    }

    boolean isRunning(Key key) {
        return running.containsKey(key);
    }

    /** Looks which builds of the same configuration may start. */
    synchronized void advance(JsonNode build) {
        if (closed) {
            return;
        }
        String namespace = Json.at(build, "metadata", "namespace");
        String config = Builds.configOf(build);
        List<ObjectNode> all = config.isEmpty()
                ? builds.find(Builds.key(build)).stream().toList()
                : builds.ofConfig(namespace, config);
        RunPolicy.Decision decision = RunPolicy.decide(all);
        decision.cancel().forEach(each -> enter(each, Phase.Cancelled, Reason.CancelledBuild, status -> {}));
        decision.start().forEach(this::begin);
    }

    private void begin(ObjectNode build) {
        Optional<String> output = Output.reference(build, streams);
        Optional<ObjectNode> spec = new ImageReferences(streams).ofHandmade(build);
        if (output.isEmpty() || spec.isEmpty()) {
            refuse(build, output.isEmpty() ? Reason.InvalidOutputReference : Reason.InvalidImageReference);
            return;
        }
        builds.change(Builds.key(build), stored -> {
                    if (!output.get().isEmpty()) {
                        Json.child(stored, "status").put("outputDockerImageReference", output.get());
                    }
                    Json.child(Json.child(stored, "status"), "output");
                    stored.set("spec", spec.get());
                    BuildPods.name(stored);
                    BuildStatus.enter(stored, Phase.Pending, builds.now());
                })
                .ifPresent(pending -> {
                    RunningBuild thread = new RunningBuild(pending, new Room());
                    running.put(Builds.key(pending), thread);
                    thread.start();
                    Deadline.watch(pending, thread);
                });
    }

    /** Who waits with an upload is told at once; others wait for the stream to be made, or for its image. */
    private void refuse(ObjectNode build, Reason reason) {
        if (build.path("spec").path("source").has("binary")) {
            enter(build, Phase.Failed, reason, status -> {});
            return;
        }
        builds.change(Builds.key(build), stored -> {
            Json.child(stored, "status").put("reason", reason.name()).put("message", reason.message());
            BuildStatus.order(stored);
        });
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(OUTPUT_RETRY);
                advance(build);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends a build as cancelled; one that has ended stays as it is. */
    synchronized void cancel(Key key) {
        builds.find(key).ifPresent(build -> {
            RunningBuild thread = running.get(key);
            if (thread != null) {
                thread.end(Reason.CancelledBuild);
            } else if (Phase.of(build) == Phase.New) {
                enter(build, Phase.Cancelled, Reason.CancelledBuild, status -> status.put("cancelled", true));
                advance(build);
            }
        });
    }

    /** Takes a build's pod away: a build that runs cannot go on, one that has ended loses its log. */
    public synchronized void deletePod(JsonNode build) {
        builds.change(Builds.key(build), stored -> BuildPods.delete(stored, builds.now()));
        RunningBuild thread = running.get(Builds.key(build));
        if (thread != null) {
            thread.end(Reason.BuildPodDeleted);
        }
    }

    /** The build's object is gone. */
    void deleted(JsonNode build) {
        RunningBuild thread = running.get(Builds.key(build));
        if (thread != null) {
            thread.end(Reason.CancelledBuild);
            return;
        }
        uploads.end(Builds.key(build));
        try {
            logs.delete(Json.at(build, "metadata", "uid"));
        } catch (IOException e) {
            // A log that cannot be deleted takes some space and does no harm.
        }
    }

    private void enter(ObjectNode build, Phase phase, Reason reason, Consumer<ObjectNode> status) {
        boolean[] over = new boolean[1];
        Optional<ObjectNode> changed = builds.change(Builds.key(build), stored -> {
            over[0] = Phase.of(stored).isTerminal();
            if (over[0]) {
                return;
            }
            status.accept(Json.child(stored, "status"));
            if (reason == null) {
                BuildStatus.enter(stored, phase, builds.now());
            } else {
                BuildStatus.enter(stored, phase, reason, builds.now());
            }
        });
        changed.filter(stored -> !over[0]).ifPresent(stored -> {
            record(stored, phase);
            if (phase.isTerminal()) {
                uploads.end(Builds.key(stored));
            }
        });
    }

    private void record(ObjectNode build, Phase phase) {
        String name = "Build " + Json.at(build, "metadata", "namespace") + "/" + Json.at(build, "metadata", "name");
        switch (phase) {
            case New, Pending -> {
                // Nothing that anybody has to hear of.
            }
            case Running -> events.normal(build, "BuildStarted", name + " is now running");
            case Complete -> events.normal(build, "BuildCompleted", name + " completed successfully");
            case Failed, Error -> events.normal(build, "BuildFailed", name + " failed");
            case Cancelled -> events.normal(build, "BuildCancelled", name + " has been cancelled");
        }
    }

    private Path work() {
        return settings.directory().resolve("work");
    }

    /** Ends the running builds. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<RunningBuild> left = List.copyOf(running.values());
        left.forEach(build -> build.end(Reason.ClusterStopped));
        try {
            for (RunningBuild build : left) {
                build.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Room implements BuildRoom {
        @Override
        public InstantSource clock() {
            return machinery.clock();
        }

        @Override
        public LogFiles logs() {
            return logs;
        }

        @Override
        public Uploads uploads() {
            return uploads;
        }

        @Override
        public Engine engine() throws EngineException, InterruptedException {
            return settings.engines().engine();
        }

        @Override
        public Duration pushDelay() {
            return settings.pushDelay();
        }

        @Override
        public boolean cacheLayers() {
            return settings.cacheLayers();
        }

        @Override
        public Map<String, String> environment() {
            return settings.environment();
        }

        @Override
        public ProjectData data(JsonNode build) {
            return BuildController.this.data(build);
        }

        @Override
        public JsonNode login(JsonNode build) throws IOException {
            return new AccountLogin(machinery.store()).of(build);
        }

        @Override
        public Path directory(JsonNode build) {
            return work().resolve(Json.at(build, "metadata", "uid"));
        }

        @Override
        public void entered(ObjectNode build) {
            enter(build, Phase.Running, null, status -> {});
        }

        @Override
        public void revised(ObjectNode build, ObjectNode revision) {
            builds.change(Builds.key(build), stored -> {
                ObjectNode spec = Json.child(stored, "spec");
                spec.set("revision", revision);
                stored.set("spec", BuildGenerator.ordered(spec));
            });
        }

        @Override
        public void finish(ObjectNode build, Phase phase, Reason reason, Consumer<ObjectNode> status) {
            enter(build, phase, reason, status);
        }

        @Override
        public void ended(ObjectNode build) {
            try {
                uploads.end(Builds.key(build));
                history.prune(build);
                advance(build);
            } finally {
                running.remove(Builds.key(build));
            }
            if (builds.find(Builds.key(build)).isEmpty()) {
                deleted(build);
            }
        }
    }
}
