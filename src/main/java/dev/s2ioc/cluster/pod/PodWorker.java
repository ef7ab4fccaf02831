package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.pod.ContainerRunner.Role;
import dev.s2ioc.cluster.pod.env.PodFields;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Runs one pod on this machine, from its volumes to its last container's end, and writes down how it goes. */
final class PodWorker {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Kubelet kubelet;
    private final Key key;
    private final String uid;
    private final PodStatus status;
    private final PodEvents events;
    private final PodSurroundings surroundings = new PodSurroundings(this);
    private final List<ContainerRunner> runners = new CopyOnWriteArrayList<>();
    private volatile ObjectNode pod;
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
        add(pod.path("spec").path("initContainers"), status.init, Role.INIT);
        add(pod.path("spec").path("containers"), status.main, Role.MAIN);
    }

    private void add(JsonNode containers, List<ContainerState> states, Role role) {
        for (int i = 0; i < containers.size(); i++) {
            runners.add(new ContainerRunner(this, containers.get(i), states.get(i), role));
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
                new PodDeadline(this, status).watch();
                if (initialize()) {
                    all(runners.subList(status.init.size(), status.init.size() + status.main.size()));
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
        for (ContainerState state :
                Stream.concat(status.all().stream(), status.added.stream()).toList()) {
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
                boolean made = surroundings.make();
                status.at(surroundings.address());
                if (made) {
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

    private boolean initialize() throws InterruptedException {
        for (int i = 0; i < status.init.size(); i++) {
            ContainerRunner runner = runners.get(i);
            if (PodStatus.isSidecar(container(runner.name()))) {
                aside(runner::run);
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

    /** Work that waits, and ends early when it is interrupted. */
    private interface Waiting {
        void run() throws InterruptedException;
    }

    private static Thread aside(Waiting work) {
        return Thread.ofVirtual().start(() -> quietly(work));
    }

    private static void quietly(Waiting work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void all(List<ContainerRunner> main) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try {
            for (ContainerRunner runner : main) {
                threads.add(aside(runner::run));
            }
            for (Thread each : threads) {
                each.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
    }

    private void finish() {
        if (!quiet) {
            stopSidecars();
        }
        surroundings.close(() -> kubelet.closed(this));
        ended = true;
        changed();
        kubelet.ended(this);
    }

    private void stopSidecars() {
        for (ContainerRunner runner : runners.subList(0, status.init.size())) {
            quietly(() -> runner.stop(grace()));
        }
    }

    /** Ends all containers, each with that much time, and the pod. */
    void stop(Duration grace) throws InterruptedException {
        List<Thread> stops = new ArrayList<>();
        for (ContainerRunner runner : runners) {
            stops.add(aside(() -> runner.stop(grace)));
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
        surroundings.close(() -> kubelet.closed(this));
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
                aside(() -> runner.restart(
                        "Container " + runner.name() + " definition changed, will be restarted", grace()));
            }
        }
        if (sandbox().isPresent()) {
            newer.path("spec").path(EphemeralContainers.FIELD).forEach(this::join);
        }
    }

    /** One more container that looks into the pod. */
    private void join(JsonNode container) {
        String name = Json.at(container, "name");
        if (status.added.stream().noneMatch(state -> state.name().equals(name))) {
            ContainerState state = new ContainerState(container, "ContainerCreating");
            status.added.add(state);
            ContainerRunner runner = new ContainerRunner(this, container, state, Role.ADDED);
            runners.add(runner);
            changed();
            aside(runner::run);
        }
    }

    /** Brings volumes up to date with what they are made of. */
    void refresh() throws IOException {
        if (sandbox().isPresent()) {
            surroundings.writeVolumes();
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

    /** Empty before it is opened and when the pod is over. */
    Optional<Sandbox> sandbox() {
        return surroundings.sandbox();
    }

    boolean hasEnded() {
        return ended;
    }

    ObjectNode stored() {
        return pod;
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
        return new PodFields(pod, surroundings.address(), Node.NAME, Node.ADDRESS);
    }

    /** On which its containers say they listen. */
    Set<Integer> ports() {
        Set<Integer> ports = new TreeSet<>();
        for (JsonNode each : pod.path("spec").path("containers")) {
            each.path("ports")
                    .forEach(port -> ports.add(port.path("containerPort").asInt()));
        }
        return ports;
    }

    JsonNode container(String name) {
        for (String list : List.of("initContainers", "containers", EphemeralContainers.FIELD)) {
            for (JsonNode each : pod.path("spec").path(list)) {
                if (Json.at(each, "name").equals(name)) {
                    return each;
                }
            }
        }
        throw new IllegalStateException("there is no container " + name);
    }
}
