package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events: what happened to an object, for people. */
public final class EventKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "events", "Event", "ev");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("Last Seen", "x", EventKind::lastSeen),
                Column.text("Type", "x", (event, now) -> Json.at(event, "type")),
                Column.text("Reason", "x", (event, now) -> Json.at(event, "reason")),
                Column.text("Object", "x", (event, now) -> object(event)));
    }

    private static String lastSeen(JsonNode event, Instant now) {
        return Age.of(event.path("lastTimestamp"), now);
    }

    private static String object(JsonNode event) {
        return Json.at(event, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT) + "/"
                + Json.at(event, "involvedObject", "name");
    }

    @Override
    public Map<String, String> fields(JsonNode event) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath")) {
            fields.put("involvedObject." + field, Json.at(event, "involvedObject", field));
        }
        fields.put("reason", Json.at(event, "reason"));
        fields.put("type", Json.at(event, "type"));
        fields.put("source", Json.at(event, "source", "component"));
        fields.put("reportingComponent", Json.at(event, "reportingComponent"));
        return fields;
    }
}
