package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A change of an object, in one of the forms that a PATCH can have. */
public interface Patch {
    List<String> TYPES = List.of(
            "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json");

    /** The type of a configuration to apply, which is no patch by itself. */
    String APPLY = "application/apply-patch+yaml";

    List<String> ALL_TYPES = Stream.concat(TYPES.stream(), Stream.of(APPLY)).toList();

    /** The changed object; the argument is the patch's to change. */
    ObjectNode applyTo(ObjectNode object);

    /** The patch of that media type; empty when there is no such type. */
    static Optional<Patch> of(String contentType, byte[] body) {
        return switch (contentType) {
            case "application/json-patch+json" -> Optional.of(new JsonPatch(parse(body)));
            case "application/merge-patch+json" -> {
                ObjectNode patch = object(body);
                yield Optional.of(object -> MergePatch.merge(object, patch));
            }
            case "application/strategic-merge-patch+json" -> {
                ObjectNode patch = object(body);
                yield Optional.of(object -> StrategicMerge.of(object).merge(object, patch));
            }
            default -> Optional.empty();
        };
    }

    private static ObjectNode object(byte[] body) {
        if (parse(body) instanceof ObjectNode object) {
            return object;
        }
        throw StatusException.badRequest("the patch is not an object");
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.parse(body);
        } catch (IOException e) {
            throw StatusException.badRequest("error decoding patch: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
