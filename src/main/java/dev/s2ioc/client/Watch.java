package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Events, one after the other, without gaps: where the stream ends or breaks it goes on from the last revision, and where
 * that is too old for the server it lists again and tells what has changed. A refusal is thrown; so is a connection that
 * stays lost.
 */
public final class Watch implements AutoCloseable {
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Session session;
    private final Request request;
    private final Consumer<PageReader> list;
    private final Map<String, String> known;
    private final Deque<WatchEvent> waiting = new ArrayDeque<>();
    private String revision;
    private BufferedReader lines;
    private boolean outdated;
    private int failures;
    private volatile Answer answer;
    private volatile boolean closed;
    private Thread timer;

    Watch(Session session, Request request, Consumer<PageReader> list, String revision, Map<String, String> known) {
        this.session = session;
        this.request = request;
        this.list = list;
        this.revision = revision;
        this.known = new HashMap<>(known);
    }

    /** What identifies an object within a type: namespace and name. */
    public static String key(JsonNode metadata) {
        return metadata.path("namespace").asText("") + "/"
                + metadata.path("name").asText();
    }

    /** Ends the watch after some time: {@link #next} then has nothing more. */
    public Watch endingAfter(Duration time) {
        timer = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(time);
                end();
            } catch (InterruptedException e) {
                // The watch was closed before its time was over.
            }
        });
        return this;
    }

    /** Waits for the next event; empty when the watch has been closed. */
    public Optional<WatchEvent> next() {
        while (!closed) {
            if (!waiting.isEmpty()) {
                return Optional.of(waiting.remove());
            }
            read();
        }
        return Optional.empty();
    }

    private void read() {
        try {
            if (outdated) {
                relist();
                return;
            }
            String line = lines().readLine();
            if (line == null) {
                disconnect();
            } else if (!line.isBlank()) {
                failures = 0;
                take(Json.parse(line));
            }
        } catch (IOException e) {
            session.talk().note(4, "the watch broke: " + e);
            disconnect();
            retry(session.broken(e));
        } catch (ConnectionException e) {
            retry(e);
        } catch (ApiException e) {
            if (e.isGone() && !outdated) {
                outdated = true;
            } else if (e.code() >= 500 || e.code() == 429) {
                retry(e);
            } else {
                throw e;
            }
        }
    }

    private BufferedReader lines() {
        if (lines == null) {
            if (answer != null) {
                // Every stream so far has ended; a server that ends them at once must not be asked without a pause.
                pause(FIRST_PAUSE);
            }
            answer = session.stream(request.with("resourceVersion", revision));
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    private void take(JsonNode event) {
        JsonNode object = event.path("object");
        switch (event.path("type").asText()) {
            case "ERROR" -> {
                disconnect();
                throw new ApiException(
                        object.path("code").asInt(500),
                        object,
                        object.path("message").asText("the watch has failed"));
            }
            case "BOOKMARK" -> seeRevision(object);
            case "ADDED" -> tell(WatchEvent.Type.ADDED, object);
            case "MODIFIED" -> tell(WatchEvent.Type.MODIFIED, object);
            case "DELETED" -> tell(WatchEvent.Type.DELETED, object);
            default -> session.talk().note(4, "unknown watch event " + event.path("type"));
        }
    }

    private void tell(WatchEvent.Type type, JsonNode object) {
        seeRevision(object);
        JsonNode metadata = metadata(object);
        if (type == WatchEvent.Type.DELETED) {
            known.remove(key(metadata));
        } else {
            known.put(key(metadata), metadata.path("resourceVersion").asText());
        }
        waiting.add(new WatchEvent(type, object));
    }

    private void seeRevision(JsonNode object) {
        String seen = metadata(object).path("resourceVersion").asText("");
        if (!seen.isEmpty()) {
            revision = seen;
        }
    }

    /** The metadata of an object, or of the object behind a table's row. */
    private static JsonNode metadata(JsonNode object) {
        JsonNode row = object.path("rows").path(0).path("object");
        return row.isObject() ? row.path("metadata") : object.path("metadata");
    }

    private void relist() {
        disconnect();
        WatchGap gap = new WatchGap(known);
        list.accept(gap);
        waiting.addAll(gap.events());
        revision = gap.revision();
        outdated = false;
    }

    private void retry(RuntimeException failure) {
        if (closed) {
            return;
        }
        boolean interrupted = failure instanceof ConnectionException connection
                && connection.kind() == ConnectionException.Kind.INTERRUPTED;
        if (interrupted || ++failures > ATTEMPTS) {
            throw failure;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (failures - 1));
        pause(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw session.broken(new java.io.InterruptedIOException("interrupted"));
        }
    }

    private void disconnect() {
        lines = null;
        Answer last = answer;
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                // The stream is given up anyway.
            }
        }
    }

    private void end() {
        closed = true;
        disconnect();
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.interrupt();
        }
        end();
    }
}
