package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.engine.SandboxSpec;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.pod.env.ContainerVariables.MissingException;
import dev.s2ioc.cluster.pod.env.PodFields;
import dev.s2ioc.cluster.pod.volume.PodVolumes;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs one pod on this machine, from its volumes to its last container's end, and writes down how it goes. */
final class PodWorker {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Kubelet kubelet;
    private final Key key;
    private final String uid;
    private final PodStatus status;
    private final PodEvents events;
    private final List<ContainerRunner> runners = new ArrayList<>();
    private volatile ObjectNode pod;
    private volatile Sandbox sandbox;
    private volatile boolean ended;
    private volatile boolean quiet;
    private Thread thread;

    PodWorker(Kubelet kubelet, Key key, ObjectNode pod) {
        this.kubelet = kubelet;
        this.key = key;
        this.pod = pod;
        this.uid = Json.at(pod, "metadata", "uid");
        this.status = new PodStatus(pod);
        this.events = new PodEvents(kubelet.recorder(), pod);
        add(pod.path("spec").path("initContainers"), status.init, true);
        add(pod.path("spec").path("containers"), status.main, false);
    }

    private void add(JsonNode containers, List<ContainerState> states, boolean init) {
        for (int i = 0; i < containers.size(); i++) {
            runners.add(new ContainerRunner(this, containers.get(i), states.get(i), init));
        }
    }

    void start() {
        thread = Thread.ofVirtual()
                .name("pod-" + key.namespace() + "-" + key.name())
                .start(this::run);
    }

    private void run() {
        try {
            recover();
            if (!isOver() && prepare()) {
                kubelet.opened(this);
                watchDeadline();
                if (initialize()) {
                    all(runners.subList(status.init.size(), runners.size()));
                }
            }
        } catch (InterruptedException e) {
            // It is ended from outside, by who waits for that.
        } catch (RuntimeException e) {
            settings().failures().accept(e);
        } finally {
            finish();
        }
    }

    /** What ran when an earlier cluster ended is not there any more. */
    private void recover() {
        for (ContainerState state : status.all()) {
            if (state.isRunning()) {
                state.end(
                        255,
                        "Unknown",
                        "The cluster was stopped while the container ran",
                        state.since(),
                        patience().now());
            }
        }
        changed();
    }

    private boolean isOver() {
        String phase = status.phase();
        boolean broken =
                restarts().equals("Never") && status.all().stream().anyMatch(s -> s.hasEnded() && !s.hasEndedWell());
        return phase.equals("Succeeded") || phase.equals("Failed") || broken;
    }

    private boolean prepare() throws InterruptedException {
        while (true) {
            try {
                Files.createDirectories(files().directory());
                if (sandbox == null) {
                    sandbox = open();
                    status.at(sandbox.address());
                }
                files().writeHosts(pod, sandbox.address());
                if (writeVolumes()) {
                    changed();
                    return true;
                }
            } catch (EngineException | IOException e) {
                events.warning("FailedCreatePodSandBox", "Failed to create pod sandbox: " + e.getMessage());
            }
            changed();
            patience().sleep(LOOK_AGAIN);
        }
    }

    private Sandbox open() throws EngineException, InterruptedException {
        Set<Integer> ports = new TreeSet<>();
        pod.path("spec")
                .path("containers")
                .forEach(container -> container
                        .path("ports")
                        .forEach(port -> ports.add(port.path("containerPort").asInt())));
        return settings()
                .engines()
                .engine()
                .containers()
                .open(new SandboxSpec(
                        uid,
                        PodFiles.hostname(pod),
                        pod.path("spec").path("hostNetwork").asBoolean(),
                        ports));
    }

    private boolean writeVolumes() throws IOException {
        PodVolumes volumes =
                new PodVolumes(files().volumes(), data(), settings().supplies());
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            try {
                volumes.write(volume, fields());
            } catch (MissingException e) {
                events.warning(
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"" + Json.at(volume, "name") + "\" : " + e.getMessage());
                return false;
            }
        }
        return true;
    }

    private boolean initialize() throws InterruptedException {
        for (int i = 0; i < status.init.size(); i++) {
            ContainerRunner runner = runners.get(i);
            if (PodStatus.isSidecar(container(runner.name()))) {
                Thread.ofVirtual().start(() -> quietly(runner));
                while (!runner.state().isStarted()) {
                    patience().sleep(Duration.ofMillis(100));
                }
            } else {
                runner.run();
                if (!runner.state().hasEndedWell()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void quietly(ContainerRunner runner) {
        try {
            runner.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void all(List<ContainerRunner> main) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try {
            for (ContainerRunner runner : main) {
                threads.add(Thread.ofVirtual().start(() -> quietly(runner)));
            }
            for (Thread each : threads) {
                each.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
    }

    private void watchDeadline() {
        JsonNode deadline = pod.path("spec").path("activeDeadlineSeconds");
        if (!deadline.isNumber()) {
            return;
        }
        Instant end = Instant.parse(patience().now()).plusSeconds(deadline.asLong());
        Thread.ofVirtual().start(() -> {
            try {
                Duration left = Duration.between(patience().instant(), end);
                patience().sleep(left.isNegative() ? Duration.ZERO : left);
                if (!ended) {
                    String why = "Pod was active on the node longer than the specified deadline";
                    events.normal("DeadlineExceeded", why);
                    status.fail("DeadlineExceeded", why);
                    stop(grace());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void finish() {
        if (!quiet) {
            stopSidecars();
        }
        close();
        ended = true;
        changed();
        kubelet.ended(this);
    }

    private void stopSidecars() {
        for (ContainerRunner runner : runners.subList(0, status.init.size())) {
            try {
                runner.stop(grace());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void close() {
        Sandbox open = takeSandbox();
        if (open == null) {
            return;
        }
        kubelet.closed(this);
        try {
            // An interrupt that has ended the pod must not keep it from being tidied up.
            Thread.interrupted();
            open.close();
        } catch (EngineException e) {
            settings().failures().accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever ends the pod and its own thread both come here; one of them closes. */
    private synchronized Sandbox takeSandbox() {
        Sandbox taken = sandbox;
        sandbox = null;
        return taken;
    }

    /** Ends all containers, each with that much time, and the pod. */
    void stop(Duration grace) throws InterruptedException {
        List<Thread> stops = new ArrayList<>();
        for (ContainerRunner runner : runners) {
            stops.add(Thread.ofVirtual().start(() -> {
                try {
                    runner.stop(grace);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread each : stops) {
            each.join();
        }
        if (!thread.join(Duration.ofSeconds(1))) {
            thread.interrupt();
            thread.join();
        }
    }

    /** The cluster stops: containers end at once, and what is stored stays as it is, so that they run again with the next one. */
    void leave() throws InterruptedException {
        quiet = true;
        runners.forEach(ContainerRunner::abandon);
        close();
        thread.interrupt();
        thread.join(Duration.ofSeconds(10));
    }

    void update(ObjectNode newer) {
        ObjectNode before = pod;
        pod = newer;
        for (ContainerRunner runner : runners) {
            JsonNode container = container(runner.name());
            boolean other = before.path("spec").findParents("image").stream()
                    .noneMatch(each -> Json.at(each, "name").equals(runner.name())
                            && Json.at(each, "image").equals(Json.at(container, "image")));
            if (other && runner.running() != null) {
                Thread.ofVirtual().start(() -> {
                    try {
                        runner.restart(
                                "Container " + runner.name() + " definition changed, will be restarted", grace());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    /** Brings volumes up to date with what they are made of. */
    void refresh() throws IOException {
        if (sandbox != null) {
            writeVolumes();
        }
    }

    /** Writes the status down. */
    synchronized void changed() {
        if (quiet) {
            return;
        }
        try {
            store().update(key, stored -> {
                if (Scheduler.isSame(stored, uid)) {
                    status.writeInto(stored, patience().now());
                }
                return stored;
            });
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.MISSING && e.kind() != StoreException.Kind.CLOSED) {
                settings().failures().accept(e);
            }
        }
    }

    Key key() {
        return key;
    }

    String uid() {
        return uid;
    }

    List<ContainerRunner> runners() {
        return runners;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    PodEvents events() {
        return events;
    }

    KubeletSettings settings() {
        return kubelet.settings();
    }

    Patience patience() {
        return settings().patience();
    }

    Store store() {
        return kubelet.store();
    }

    ProjectData data() {
        return new ProjectData(store(), key.namespace());
    }

    PodFiles files() {
        return kubelet.files(uid);
    }

    PodLogs logs() {
        return kubelet.logs(uid);
    }

    String restarts() {
        return Json.at(pod, "spec", "restartPolicy");
    }

    Duration grace() {
        return Duration.ofSeconds(
                pod.path("spec").path("terminationGracePeriodSeconds").asLong(30));
    }

    String identity() {
        return key.name() + "_" + key.namespace() + "(" + uid + ")";
    }

    String engineName() {
        return kubelet.engineName();
    }

    PodFields fields() {
        return new PodFields(pod, sandbox == null ? "" : sandbox.address(), Node.NAME, Node.ADDRESS);
    }

    JsonNode container(String name) {
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode each : pod.path("spec").path(list)) {
                if (Json.at(each, "name").equals(name)) {
                    return each;
                }
            }
        }
        throw new IllegalStateException("there is no container " + name);
    }
}
