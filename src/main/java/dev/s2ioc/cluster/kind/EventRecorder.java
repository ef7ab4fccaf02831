package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Writes Events about objects; the same happening again raises the first one's count. */
public final class EventRecorder {
    private static final AtomicLong LATEST = new AtomicLong();

    private final Machinery machinery;
    private final String component;
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    public EventRecorder(Machinery machinery, String component) {
        this.machinery = machinery;
        this.component = component;
    }

    public void normal(JsonNode about, String reason, String message) {
        record(about, "", "Normal", reason, message);
    }

    public void warning(JsonNode about, String reason, String message) {
        record(about, "", "Warning", reason, message);
    }

    /** @param part the path of the field that it happened to, as in {@code spec.containers{NAME}}; may be empty */
    public void record(JsonNode about, String part, String type, String reason, String message) {
        String namespace = Json.at(about, "metadata", "namespace");
        Call call = Call.internal(namespace.isEmpty() ? "default" : namespace);
        Resource events = machinery.kinds().resource(EventKind.TYPE.resource());
        String same = String.join("\n", Json.at(about, "metadata", "uid"), part, type, reason, message);
        String earlier = seen.get(same);
        if (earlier != null && again(events, call, earlier)) {
            return;
        }
        ObjectNode created = events.create(call, event(about, part, type, reason, message));
        seen.put(same, Json.at(created, "metadata", "name"));
    }

    private boolean again(Resource events, Call call, String name) {
        try {
            events.update(call, name, event -> {
                event.put("count", event.path("count").asInt(1) + 1);
                return event.put("lastTimestamp", machinery.now());
            });
            return true;
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
            return false;
        }
    }

    /** Names end in the time, as Kubernetes's do, each later than the one before: a list by name is one by time for each object. */
    private long nanoseconds() {
        Instant now = machinery.clock().instant();
        long time = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        return LATEST.updateAndGet(latest -> Math.max(latest + 1, time));
    }

    private ObjectNode event(JsonNode about, String part, String type, String reason, String message) {
        String name = Json.at(about, "metadata", "name");
        ObjectNode event = Json.object();
        event.putObject("metadata").put("name", name + "." + Long.toHexString(nanoseconds()));
        ObjectNode involved = event.putObject("involvedObject");
        involved.put("kind", Json.at(about, "kind"));
        for (String field : new String[] {"namespace", "name", "uid"}) {
            involved.put(field, Json.at(about, "metadata", field));
        }
        involved.put("apiVersion", Json.at(about, "apiVersion"));
        involved.put("resourceVersion", Json.at(about, "metadata", "resourceVersion"));
        if (!part.isEmpty()) {
            involved.put("fieldPath", part);
        }
        event.put("reason", reason).put("message", message);
        event.putObject("source").put("component", component);
        String now = machinery.now();
        event.put("firstTimestamp", now).put("lastTimestamp", now);
        event.put("count", 1).put("type", type);
        event.putNull("eventTime").put("reportingComponent", component).put("reportingInstance", "");
        return event;
    }
}
