package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a deletion shall respect.
 *
 * @param propagation what happens to the objects that this one owns: Background, Foreground or Orphan
 * @param uid refuse when the object has another one
 * @param resourceVersion refuse when the object has another one
 */
public record DeleteOptions(String propagation, Optional<String> uid, Optional<String> resourceVersion) {
    public static final DeleteOptions BACKGROUND = new DeleteOptions("Background", Optional.empty(), Optional.empty());

    /** From the body of a DELETE and the query that may stand for it. */
    public static DeleteOptions of(JsonNode body, Call call) {
        String propagation = body.path("propagationPolicy")
                .asText(call.parameter("propagationPolicy")
                        .orElse(
                                body.path("orphanDependents").asBoolean() || call.flag("orphanDependents")
                                        ? "Orphan"
                                        : "Background"));
        JsonNode conditions = body.path("preconditions");
        return new DeleteOptions(
                propagation,
                Optional.ofNullable(conditions.path("uid").textValue()),
                Optional.ofNullable(conditions.path("resourceVersion").textValue()));
    }
}
