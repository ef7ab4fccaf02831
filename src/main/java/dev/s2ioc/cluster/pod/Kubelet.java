package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.log.LogFiles;
import dev.s2ioc.cluster.storage.ClaimKind;
import dev.s2ioc.cluster.storage.ClaimUsers;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Runs the pods of this machine: finds them their place, has each one worked at, and lets those go that are deleted. */
public final class Kubelet implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final long LOG_LIMIT = 10L << 20;

    private final Machinery machinery;
    private final KubeletSettings settings;
    private final Scheduler scheduler;
    private final EventRecorder recorder;
    private final LogFiles logs;
    private final Reconciler reconciler;
    private final Map<Key, PodWorker> workers = new ConcurrentHashMap<>();
    private final Map<Key, PodAccess.Room> rooms = new ConcurrentHashMap<>();
    private final List<BiConsumer<PodAccess.Room, Boolean>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public Kubelet(Machinery machinery, KubeletSettings settings) throws IOException {
        this.machinery = machinery;
        this.settings = settings;
        this.scheduler = new Scheduler(machinery, settings);
        this.recorder = new EventRecorder(machinery, "kubelet");
        this.logs = new LogFiles(settings.directory().resolve("logs"), settings.patience(), LOG_LIMIT);
        this.reconciler = new Reconciler("kubelet", machinery, this::look, settings.failures())
                .of(PodKind.TYPE)
                .with(ClaimKind.TYPE, this::waitingFor)
                .with(dev.s2ioc.cluster.kind.ConfigMapKind.TYPE, this::usersOf)
                .with(dev.s2ioc.cluster.kind.SecretKind.TYPE, this::usersOf);
    }

    public void start() throws IOException {
        new LeftFiles(settings.directory()).sweep(store());
        reconciler.start();
    }

    /** The way into the pods. */
    public PodAccess access() {
        return new KubeletAccess(this);
    }

    /** What the pods have said. */
    public KubeletLogs said() {
        return new KubeletLogs(this);
    }

    private Stream<Key> usersOf(Event event) {
        return workers.keySet().stream()
                .filter(key -> key.namespace().equals(event.key().namespace()))
                .filter(key -> store().get(key)
                        .filter(pod -> Json.text(pod.path("spec").path("volumes"))
                                .contains("\"" + event.key().name() + "\""))
                        .isPresent());
    }

    /** Pods that have no place as long as the claim has no volume. */
    private Stream<Key> waitingFor(Event claim) {
        return store().list(PodKind.TYPE.resource(), claim.key().namespace()).stream()
                .filter(pod -> Json.at(pod, "spec", "nodeName").isEmpty())
                .filter(pod -> ClaimUsers.claims(pod).anyMatch(claim.key().name()::equals))
                .map(pod -> Key.of(PodKind.TYPE.resource(), pod));
    }

    private void look(Key key) {
        try {
            Optional<ObjectNode> pod = store().get(key);
            PodWorker worker = workers.get(key);
            if (worker != null && (pod.isEmpty() || !Scheduler.isSame(pod.get(), worker.uid()))) {
                worker.stop(Duration.ZERO);
                forget(worker);
                worker = null;
            }
            if (pod.isPresent() && !closed) {
                look(key, pod.get(), worker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Key key, ObjectNode pod, PodWorker worker) throws InterruptedException, IOException {
        if (pod.path("metadata").has("deletionTimestamp")) {
            end(key, pod, worker);
        } else if (Json.at(pod, "spec", "nodeName").isEmpty()) {
            if (!isOver(pod) && !scheduler.place(key, pod)) {
                reconciler.later(key, LOOK_AGAIN);
            }
        } else if (worker != null) {
            worker.update(pod);
            worker.refresh();
            reconciler.later(key, REFRESH);
        } else if (Node.has(pod) && !isOver(pod)) {
            PodWorker begun = new PodWorker(this, key, pod);
            workers.put(key, begun);
            begun.start();
        }
    }

    private static boolean isOver(ObjectNode pod) {
        return List.of("Succeeded", "Failed").contains(Json.at(pod, "status", "phase"));
    }

    private void end(Key key, ObjectNode pod, PodWorker worker) throws InterruptedException, IOException {
        if (worker != null) {
            worker.stop(Duration.ofSeconds(
                    pod.path("metadata").path("deletionGracePeriodSeconds").asLong()));
            forget(worker);
        }
        if (!pod.path("metadata").path("finalizers").isEmpty()) {
            return;
        }
        try {
            machinery
                    .kinds()
                    .resource(PodKind.TYPE.resource())
                    .delete(
                            Call.internal(key.namespace()),
                            key.name(),
                            DeleteOptions.atOnce(Json.at(pod, "metadata", "uid")));
        } catch (StatusException e) {
            if (e.code() != 404 && e.code() != 409) {
                throw e;
            }
        }
    }

    /** The pod's files go with it. */
    private void forget(PodWorker worker) throws IOException {
        workers.remove(worker.key(), worker);
        files(worker.uid()).delete();
        for (ContainerRunner runner : worker.runners()) {
            logs(worker.uid()).delete(runner.name(), runner.state().restarts());
        }
    }

    void opened(PodWorker worker) {
        Optional<Sandbox> sandbox = worker.sandbox();
        if (sandbox.isEmpty()) {
            return;
        }
        PodAccess.Room room = new PodAccess.Room(
                worker.key(), worker.uid(), sandbox.get(), files(worker.uid()).hosts());
        if (sandbox.get().sharesNetwork()) {
            warnOfPorts(worker);
        }
        rooms.put(worker.key(), room);
        listeners.forEach(listener -> listener.accept(room, true));
    }

    private void warnOfPorts(PodWorker worker) {
        Set<Integer> ports = worker.ports();
        workers.values().stream()
                .filter(other -> other != worker && rooms.containsKey(other.key()))
                .filter(other -> rooms.get(other.key()).sandbox().sharesNetwork())
                .forEach(other -> other.ports().stream()
                        .filter(ports::contains)
                        .forEach(port -> worker.events()
                                .warning(
                                        "PortConflict",
                                        "Port " + port + " is declared by pod "
                                                + other.key().namespace() + "/"
                                                + other.key().name()
                                                + ", too: with this engine pods share the network of this machine, where only"
                                                + " one of them can listen on it")));
    }

    void closed(PodWorker worker) {
        PodAccess.Room room = rooms.remove(worker.key());
        if (room != null) {
            listeners.forEach(listener -> listener.accept(room, false));
        }
    }

    /** It stays known: its logs can be read as long as the pod is there. */
    void ended(PodWorker worker) {
        reconciler.later(worker.key(), Duration.ZERO);
    }

    void listen(BiConsumer<PodAccess.Room, Boolean> listener) {
        listeners.add(listener);
        rooms.values().forEach(room -> listener.accept(room, true));
    }

    Map<Key, PodAccess.Room> rooms() {
        return Map.copyOf(rooms);
    }

    Optional<PodWorker> worker(Key key) {
        return Optional.ofNullable(workers.get(key));
    }

    KubeletSettings settings() {
        return settings;
    }

    EventRecorder recorder() {
        return recorder;
    }

    Store store() {
        return machinery.store();
    }

    PodFiles files(String uid) {
        return new PodFiles(settings.directory().resolve("pods").resolve(uid));
    }

    PodLogs logs(String uid) {
        return new PodLogs(logs, uid);
    }

    String engineName() {
        try {
            return settings.engines().engine().containers().describe().split("[ :,]")[0];
        } catch (EngineException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    /** Ends the containers; the pods stay, and run again with the next cluster. */
    @Override
    public void close() {
        closed = true;
        for (PodWorker worker : workers.values()) {
            try {
                worker.leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        reconciler.close();
    }
}
