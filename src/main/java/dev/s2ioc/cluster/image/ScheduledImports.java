package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks again at the tags that want it, each stream once per interval. When a stream was looked at last is remembered, and
 * after a restart taken from the stream itself.
 */
final class ScheduledImports {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Machinery machinery;
    private final StreamImport imports;
    private final Duration interval;
    private final Map<String, Instant> looked = new HashMap<>();

    ScheduledImports(Machinery machinery, StreamImport imports, Duration interval) {
        this.machinery = machinery;
        this.imports = imports;
        this.interval = interval;
    }

    void run() {
        try {
            while (true) {
                Thread.sleep(interval.compareTo(PAUSE) < 0 ? interval : PAUSE);
                try {
                    tick();
                } catch (StoreException e) {
                    if (e.kind() == StoreException.Kind.CLOSED) {
                        return;
                    }
                    // Whatever hinders the store, the next round is soon.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Imports what is due by the clock. */
    void tick() {
        Instant now = machinery.clock().instant();
        List<ObjectNode> streams = machinery.store().list(ImageStreamKind.TYPE.resource(), "");
        looked.keySet().retainAll(streams.stream().map(ScheduledImports::uid).toList());
        for (ObjectNode stream : streams) {
            List<JsonNode> tags = scheduled(stream);
            if (!tags.isEmpty() && !lastLook(stream).plus(interval).isAfter(now)) {
                looked.put(uid(stream), now);
                look(stream, tags);
            }
        }
    }

    private static List<JsonNode> scheduled(JsonNode stream) {
        return stream.path("spec")
                .path("tags")
                .valueStream()
                .filter(SpecTag::isImportable)
                .filter(spec -> spec.path("importPolicy").path("scheduled").asBoolean())
                .toList();
    }

    private void look(JsonNode stream, List<JsonNode> tags) {
        try {
            imports.run(Json.at(stream, "metadata", "namespace"), ImportRequest.ofTags(stream, tags, false), false);
        } catch (StatusException e) {
            // The stream or its project went away meanwhile; what cannot be read is said at the tag instead.
        }
    }

    private Instant lastLook(JsonNode stream) {
        Instant written = time(Json.at(stream, "metadata", "annotations", StreamImport.CHECKED));
        Instant remembered = looked.getOrDefault(uid(stream), Instant.EPOCH);
        return written.isAfter(remembered) ? written : remembered;
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            // Anybody may write the annotation; the worst is one look too many.
            return Instant.EPOCH;
        }
    }

    private static String uid(JsonNode stream) {
        return Json.at(stream, "metadata", "uid");
    }
}
