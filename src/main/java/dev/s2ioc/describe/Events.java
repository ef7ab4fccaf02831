package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.print.Ages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has happened to an object lately. */
final class Events {
    private final Viewpoint viewpoint;

    Events(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    /** Adds the events of some objects, if they are wanted; behind them the description ends. */
    void add(List<JsonNode> objects, Outline outline) {
        if (!viewpoint.showEvents()) {
            return;
        }
        List<JsonNode> events = new ArrayList<>();
        try {
            objects.forEach(object -> find(object).forEach(events::add));
        } catch (ApiException e) {
            // Who may not see events may still see the object.
            outline.field("Events", "<unknown> (" + e.getMessage() + ")");
            return;
        }
        if (events.isEmpty()) {
            outline.field("Events", "");
            return;
        }
        // As kubectl describes them: what has an exact time only comes first.
        events.sort(Comparator.comparing((JsonNode event) ->
                Ages.instant(event.path("lastTimestamp").asText("")).orElse(Instant.MIN)));
        outline.separate();
        outline.line("Events:");
        outline.line("  Type", "Reason", "Age", "From", "Message");
        outline.line("  ----", "------", "----", "----", "-------");
        events.forEach(event -> add(event, outline));
    }

    private JsonNode find(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        List<String> fields = new ArrayList<>();
        fields.add("involvedObject.kind=" + object.path("kind").asText());
        fields.add("involvedObject.name=" + metadata.path("name").asText());
        for (String field : List.of("namespace", "uid")) {
            if (metadata.hasNonNull(field)) {
                fields.add(
                        "involvedObject." + field + "=" + metadata.path(field).asText());
            }
        }
        return viewpoint
                .beside(object)
                .list(KnownTypes.EVENT, ListOptions.ALL.withFields(String.join(",", fields)))
                .path("items");
    }

    private void add(JsonNode event, Outline outline) {
        String source = event.path("source").path("component").asText("");
        outline.line(
                "  " + event.path("type").asText(""),
                event.path("reason").asText(""),
                EventAge.of(event, viewpoint.now()),
                source.isEmpty() ? event.path("reportingComponent").asText("") : source,
                event.path("message").asText("").strip());
    }
}
