package dev.s2ioc.cluster.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreamKind;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real OpenShift says fits the schemas. */
class RecordedObjectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state-a-created/buildconfigs",
                "state-d-end/buildconfigs",
                "state-d-end/builds",
                "state-e-app/builds",
                "state-d-end/imagestreams"
            })
    void no_field_is_unknown_or_of_another_type(String recording) throws IOException {
        JsonNode items = read(recording + ".json").path("items");
        assertFalse(items.isEmpty());
        for (JsonNode item : items) {
            Type type = switch (recording.substring(recording.indexOf('/') + 1)) {
                case "builds" -> BuildKind.TYPE;
                case "buildconfigs" -> BuildConfigKind.TYPE;
                default -> ImageStreamKind.TYPE;
            };
            Faults faults = Faults.of(type, (ObjectNode) item);
            assertEquals("[] []", faults.unknown() + " " + faults.mistyped());
        }
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = RecordedObjectsTest.class.getResourceAsStream("/recordings/" + name)) {
            return Json.parse(in.readAllBytes());
        }
    }
}
