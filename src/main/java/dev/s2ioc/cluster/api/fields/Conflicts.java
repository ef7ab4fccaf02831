package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says whose fields somebody tried to apply otherwise. */
final class Conflicts {
    private Conflicts() {}

    static StatusException refusal(Map<String, Set<FieldPath>> byManager) {
        ObjectNode details = Json.object();
        ArrayNode causes = details.putArray("causes");
        List<String> lines = new ArrayList<>();
        byManager.forEach((manager, paths) -> {
            lines.add("conflicts with " + manager + ":");
            paths.forEach(path -> {
                lines.add("- " + path);
                causes.addObject()
                        .put("reason", "FieldManagerConflict")
                        .put("message", "conflict with " + manager)
                        .put("field", path.toString());
            });
        });
        String message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + Json.at(causes.get(0), "message") + ": "
                        + Json.at(causes.get(0), "field")
                : "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", lines);
        return StatusException.of(409, "Conflict", message, details);
    }
}
