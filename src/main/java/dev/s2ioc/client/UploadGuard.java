package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.source.Meter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after an upload while the thread that made this object sends it: interrupts that thread when the new build has
 * ended, or when nothing has moved for too long.
 */
final class UploadGuard implements AutoCloseable {
    /** A small upload is over before it is worth watching. */
    private static final Duration BEFORE_WATCHING = Duration.ofSeconds(1);
    /** The server's own answer says more than the build does: it gets the chance to come first. */
    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(2);

    private final Session session;
    private final JsonNode config;
    private final Meter input;
    private final Duration stall;
    private final BinaryUpload.Listener listener;
    private final Thread sender = Thread.currentThread();
    private final Map<String, JsonNode> builds = new ConcurrentHashMap<>();
    private final Thread watcher;
    private final Thread clock;
    private volatile UploadStoppedException verdict;
    private volatile boolean over;

    UploadGuard(Session session, BinaryUpload upload, Meter input, BinaryUpload.Listener listener) {
        this.session = session;
        this.config = upload.config();
        this.input = input;
        this.stall = upload.stall();
        this.listener = listener;
        this.watcher = Thread.ofVirtual().start(this::watch);
        this.clock = Thread.ofVirtual().start(this::check);
    }

    /** The reason for a failure of the sending: this guard's, if it had one. */
    RuntimeException instead(ConnectionException failure) {
        if (verdict == null) {
            return failure;
        }
        Thread.interrupted();
        return verdict;
    }

    private void watch() {
        try {
            Thread.sleep(BEFORE_WATCHING);
            JsonNode list = session.resources().list(KnownTypes.BUILD, selecting());
            list.path("items").forEach(this::see);
            String revision = list.at("/metadata/resourceVersion").asText();
            try (Watch watch =
                    session.resources().watch(KnownTypes.BUILD, selecting(), Form.OBJECTS, revision, Map.of())) {
                while (!over) {
                    watch.next().ifPresent(event -> see(event.object()));
                }
            }
        } catch (InterruptedException e) {
            // The upload is over.
        } catch (ApiException | ConnectionException e) {
            // Who may start a build may not be allowed to list builds. Watching is extra: the upload's own answer
            // counts.
            session.talk().note(6, "not watching the builds during the upload: " + e.getMessage());
        }
    }

    private ListOptions selecting() {
        String name = Builds.name(config);
        return name.length() > 63 ? ListOptions.ALL : ListOptions.ALL.withLabels(Builds.CONFIG + "=" + name);
    }

    private void see(JsonNode build) {
        boolean isNew = Builds.number(build) > config.at("/status/lastVersion").asLong(0);
        if (isNew && Builds.isOf(build, Builds.name(config))) {
            builds.put(Builds.name(build), build);
        }
    }

    private void check() {
        long bytes = 0;
        long moved = System.nanoTime();
        try {
            while (!over) {
                Thread.sleep(100);
                if (input.bytes() != bytes) {
                    bytes = input.bytes();
                    moved = System.nanoTime();
                }
                listener.phase(phase());
                waiting().ifPresent(build -> listener.waiting(Builds.name(build)));
                if (builds.values().stream().anyMatch(Builds::hasEnded) && allHaveFailed()) {
                    Thread.sleep(FOR_THE_ANSWER);
                    stop(UploadStoppedException.ended(
                            builds.values().stream().findFirst().orElseThrow()));
                } else if (System.nanoTime() - moved > stall.toNanos()) {
                    stop(UploadStoppedException.stalled(phase()));
                }
            }
        } catch (InterruptedException e) {
            // The upload is over.
        }
    }

    /** Two uploads to one config at a time cannot be told apart: ours has failed for sure only if all have. */
    private boolean allHaveFailed() {
        return builds.values().stream()
                .allMatch(
                        build -> Builds.hasEnded(build) && !Builds.phase(build).equals("Complete"));
    }

    private Optional<JsonNode> waiting() {
        return builds.values().stream()
                .filter(build -> Set.of("New", "Pending").contains(Builds.phase(build)))
                .findFirst();
    }

    private String phase() {
        if (waiting().isPresent()) {
            return "waiting for the build to start";
        }
        return input.isAtEnd() ? "waiting for the server to take what was sent" : "sending";
    }

    private synchronized void stop(UploadStoppedException reason) {
        if (!over) {
            verdict = reason;
            over = true;
            sender.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        watcher.interrupt();
        clock.interrupt();
        if (verdict != null) {
            // It may have come too late to matter; an interrupt that is left over would hit whatever comes next.
            Thread.interrupted();
        }
    }
}
