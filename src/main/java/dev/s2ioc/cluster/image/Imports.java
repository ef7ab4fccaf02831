package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Imports by itself what image streams ask for: tags that are new or changed at once, scheduled ones again and again. */
public final class Imports implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;

    private final Store store;
    private final StreamImport imports;
    private final ScheduledImports scheduled;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<Key, CompletableFuture<Void>> running = new HashMap<>();
    private final Set<Key> again = new HashSet<>();
    private List<Thread> threads = List.of();

    Imports(Machinery machinery, StreamImport imports, Duration interval) {
        this.store = machinery.store();
        this.imports = imports;
        this.scheduled = new ScheduledImports(machinery, imports, interval);
    }

    /** From now on streams are watched, beginning with what nobody has imported while the cluster was down. */
    public void start() {
        threads = List.of(
                Thread.ofVirtual().name("imports").start(this::watch),
                Thread.ofVirtual().name("scheduled-imports").start(scheduled::run));
    }

    private void watch() {
        try {
            while (follow()) {
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the store is closed, or too much has happened meanwhile and everything has to be looked at anew. */
    private boolean follow() throws InterruptedException {
        try {
            Watch watch = store.watch(ImageStreamKind.TYPE.resource(), "", store.revision());
            store.list(ImageStreamKind.TYPE.resource(), "").forEach(this::begin);
            while (true) {
                watch.next(A_WHILE)
                        .filter(event -> event.type() != Event.Type.DELETED)
                        .ifPresent(event -> begin(event.object()));
            }
        } catch (StoreException e) {
            return e.kind() != StoreException.Kind.CLOSED;
        }
    }

    /**
     * A stream was written. A registry that answers soon is waited for, so that the writer's next request finds the image; for
     * a slow one nobody waits.
     */
    void changed(JsonNode stream) {
        try {
            begin(stream).get(SHORT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It goes on, or it is tried again when the stream is written or the cluster starts.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One import per stream at a time; what is written meanwhile is looked at afterwards. */
    private CompletableFuture<Void> begin(JsonNode stream) {
        if (due(stream).isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Key key = Key.of(ImageStreamKind.TYPE.resource(), (ObjectNode) stream);
        synchronized (running) {
            CompletableFuture<Void> present = running.get(key);
            if (present != null) {
                again.add(key);
                return present;
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            running.put(key, done);
            Thread.ofVirtual().name("import-" + key.name()).start(() -> work(key, done));
            return done;
        }
    }

    private void work(Key key, CompletableFuture<Void> done) {
        try {
            do {
                room.acquire();
                try {
                    store.get(key).ifPresent(this::run);
                } finally {
                    room.release();
                }
            } while (repeat(key));
            done.complete(null);
        } catch (InterruptedException | StoreException | StatusException e) {
            // The stream or its project went away, or the cluster is closing.
            finish(key);
            done.completeExceptionally(e);
        }
    }

    private boolean repeat(Key key) {
        synchronized (running) {
            if (again.remove(key)) {
                return true;
            }
            running.remove(key);
            return false;
        }
    }

    private void finish(Key key) {
        synchronized (running) {
            again.remove(key);
            running.remove(key);
        }
    }

    /** Imports now what is due; for callers who want to see it done. */
    void run(JsonNode stream) {
        ImportRequest request = due(stream);
        if (!request.isEmpty()) {
            imports.run(Json.at(stream, "metadata", "namespace"), request, false);
        }
    }

    /** The tags whose wanted state nobody has looked at, and the whole repository once. */
    private static ImportRequest due(JsonNode stream) {
        boolean unchecked =
                Json.at(stream, "metadata", "annotations", StreamImport.CHECKED).isEmpty();
        boolean whole =
                unchecked && !Json.at(stream, "spec", "dockerImageRepository").isEmpty();
        List<JsonNode> tags = stream.path("spec")
                .path("tags")
                .valueStream()
                .filter(SpecTag::isImportable)
                .filter(spec -> whole || isDue(stream, spec))
                .toList();
        return ImportRequest.ofTags(stream, tags, whole);
    }

    private static boolean isDue(JsonNode stream, JsonNode spec) {
        return !spec.path("generation").isNumber()
                || spec.path("generation").asLong() > TagHistory.observedGeneration(stream, Json.at(spec, "name"));
    }

    ScheduledImports scheduled() {
        return scheduled;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
