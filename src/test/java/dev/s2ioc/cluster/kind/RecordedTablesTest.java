package dev.s2ioc.cluster.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns and cells that a real OpenShift printed for the same objects at the same moment. */
class RecordedTablesTest {
    @ParameterizedTest
    @CsvSource({
        "state-a-created/buildconfigs, 2026-11-23T05:15:54Z",
        "state-d-end/buildconfigs,     2026-11-23T05:17:08Z",
        "state-d-end/builds,           2026-11-23T05:17:08Z",
        "state-e-app/builds,           2026-11-23T05:17:21Z",
        "state-e-app/first-events,     2026-11-23T05:17:22.7Z",
    })
    void tables_are_those_of_openshift(String recording, String moment) throws IOException {
        Kind kind = switch (recording.substring(recording.indexOf('/') + 1)) {
            case "builds" -> new BuildKind();
            case "buildconfigs" -> new BuildConfigKind();
            default -> new EventKind();
        };
        JsonNode table = read(recording + ".table.json");
        List<ObjectNode> objects = read(recording + ".json")
                .path("items")
                .valueStream()
                .map(ObjectNode.class::cast)
                .toList();
        assertEquals(definitions(table), definitions(kind));
        assertEquals(cells(table), cells(kind, kind.tableOrder(objects), Instant.parse(moment)));
    }

    private static String definitions(JsonNode table) {
        return table.path("columnDefinitions").toPrettyString();
    }

    private static String definitions(Kind kind) {
        ArrayNode columns = Json.array();
        kind.columns()
                .forEach(column -> columns.addObject()
                        .put("name", column.name())
                        .put("type", column.type())
                        .put("format", column.format())
                        .put("description", column.description())
                        .put("priority", column.priority()));
        return columns.toPrettyString();
    }

    private static String cells(JsonNode table) {
        StringBuilder cells = new StringBuilder();
        table.path("rows").forEach(row -> cells.append(row.path("cells")).append('\n'));
        return cells.toString();
    }

    private static String cells(Kind kind, List<ObjectNode> objects, Instant now) {
        StringBuilder cells = new StringBuilder();
        for (ObjectNode object : objects) {
            ArrayNode row = Json.array();
            kind.columns().forEach(column -> row.addPOJO(column.cell().of(object, now)));
            cells.append(row).append('\n');
        }
        return cells.toString();
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = RecordedTablesTest.class.getResourceAsStream("/recordings/" + name)) {
            return Json.parse(in.readAllBytes());
        }
    }
}
