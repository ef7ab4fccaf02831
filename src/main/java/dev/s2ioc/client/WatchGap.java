package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must have happened while nobody watched: the difference between the objects last seen and a fresh listing. */
final class WatchGap implements PageReader {
    private final Map<String, String> known;
    private final Set<String> gone;
    private final List<WatchEvent> events = new ArrayList<>();
    private String revision = "";

    /** @param known the revisions last seen, by {@link Watch#key}; brought up to date */
    WatchGap(Map<String, String> known) {
        this.known = known;
        this.gone = new HashSet<>(known.keySet());
    }

    @Override
    public Optional<String> read(InputStream in) throws IOException {
        JsonNode page = Json.MAPPER.readTree(in);
        page.path("items").forEach(item -> compare(item, typed(item, page)));
        page.path("rows").forEach(row -> compare(row.path("object"), singleRow(row, page)));
        revision = page.path("metadata").path("resourceVersion").asText();
        return Optional.of(page.path("metadata").path("continue").asText("")).filter(token -> !token.isEmpty());
    }

    /** The revision from which to watch on. */
    String revision() {
        return revision;
    }

    /** What has happened, once all pages have been read; what is gone comes last. */
    List<WatchEvent> events() {
        for (String key : gone) {
            known.remove(key);
            events.add(new WatchEvent(WatchEvent.Type.DELETED, lastTrace(key)));
        }
        return events;
    }

    private void compare(JsonNode found, JsonNode whole) {
        JsonNode metadata = found.path("metadata");
        gone.remove(Watch.key(metadata));
        String now = metadata.path("resourceVersion").asText();
        String before = known.put(Watch.key(metadata), now);
        if (!now.equals(before)) {
            events.add(new WatchEvent(before == null ? WatchEvent.Type.ADDED : WatchEvent.Type.MODIFIED, whole));
        }
    }

    private static JsonNode typed(JsonNode item, JsonNode page) {
        ObjectNode whole = Json.object();
        whole.put("kind", page.path("kind").asText().replaceFirst("List$", ""));
        whole.set("apiVersion", page.path("apiVersion"));
        whole.setAll((ObjectNode) item);
        return whole;
    }

    private static JsonNode singleRow(JsonNode row, JsonNode page) {
        ObjectNode table = Json.object();
        table.set("kind", page.path("kind"));
        table.set("apiVersion", page.path("apiVersion"));
        table.set("columnDefinitions", page.path("columnDefinitions"));
        table.putArray("rows").add(row);
        return table;
    }

    /** All that is left of an object that vanished unseen: its name. */
    private static JsonNode lastTrace(String key) {
        ObjectNode object = Json.object();
        int slash = key.indexOf('/');
        ObjectNode metadata = object.putObject("metadata").put("name", key.substring(slash + 1));
        if (slash > 0) {
            metadata.put("namespace", key.substring(0, slash));
        }
        return object;
    }
}
