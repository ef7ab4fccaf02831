package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events: what happened to an object, for people. */
public final class EventKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "events", "Event", "ev");

    private static final String SUBOBJECT =
            "If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go"
                    + " field access statement, such as desiredState.manifest.containers[2]. For example, if the object"
                    + " reference is to a container within a pod, this would take on a value like:"
                    + " \"spec.containers{name}\" (where \"name\" refers to the name of the container that triggered the"
                    + " event) or if no container name is specified \"spec.containers[2]\" (container with index 2 in this"
                    + " pod). This syntax is chosen only to have some well-defined way of referencing a part of an object.";

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text(
                        "Last Seen",
                        "The time at which the most recent occurrence of this event was recorded.",
                        (event, now) -> Age.of(last(event), now)),
                Column.text(
                        "Type",
                        "Type of this event (Normal, Warning), new types could be added in the future",
                        (event, now) -> Json.at(event, "type")),
                Column.text(
                        "Reason",
                        "This should be a short, machine understandable string that gives the reason for the transition into"
                                + " the object's current status.",
                        (event, now) -> Json.at(event, "reason")),
                Column.text("Object", "The object that this event is about.", (event, now) -> object(event)),
                Column.text("Subobject", SUBOBJECT, (event, now) -> Json.at(event, "involvedObject", "fieldPath"))
                        .wide(),
                Column.text(
                                "Source",
                                "The component reporting this event. Should be a short machine understandable string.",
                                (event, now) -> source(event))
                        .wide(),
                Column.text(
                        "Message",
                        "A human-readable description of the status of this operation.",
                        (event, now) -> Json.at(event, "message").strip()),
                Column.text(
                                "First Seen",
                                "The time at which the event was first recorded. (Time of server receipt is in TypeMeta.)",
                                (event, now) -> Age.of(first(event), now))
                        .wide(),
                Column.text("Count", "The number of times this event has occurred.", (event, now) -> count(event))
                        .wide(),
                Column.objectName().wide());
    }

    private static JsonNode first(JsonNode event) {
        return event.hasNonNull("firstTimestamp") ? event.path("firstTimestamp") : event.path("eventTime");
    }

    private static JsonNode last(JsonNode event) {
        JsonNode series = event.path("series").path("lastObservedTime");
        if (!series.isMissingNode()) {
            return series;
        }
        return event.hasNonNull("lastTimestamp") ? event.path("lastTimestamp") : first(event);
    }

    private static int count(JsonNode event) {
        return Math.max(
                1, event.path("series").path("count").asInt(event.path("count").asInt(1)));
    }

    private static String object(JsonNode event) {
        return Json.at(event, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT) + "/"
                + Json.at(event, "involvedObject", "name");
    }

    private static String source(JsonNode event) {
        String component = Json.at(event, "source", "component");
        String host = Json.at(event, "source", "host");
        if (component.isEmpty()) {
            component = Json.at(event, "reportingComponent");
            host = Json.at(event, "reportingInstance");
        }
        return host.isEmpty() ? component : component + ", " + host;
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
