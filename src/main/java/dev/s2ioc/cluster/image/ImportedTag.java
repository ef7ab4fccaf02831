package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/**
 * What an import means for one tag of a stream.
 *
 * @param from the pull spec that the tag shall have
 * @param policies with importPolicy and referencePolicy
 * @param wanted whether the tag was asked for by name, so that it is there also when its import fails
 */
record ImportedTag(String tag, String from, JsonNode policies, Look look, boolean wanted) {
    void applyTo(ObjectNode stream, String now) {
        long generation = stream.path("metadata").path("generation").asLong() + 1;
        look.found().ifPresent(found -> succeed(stream, found.image(), now, generation));
        look.failure().ifPresent(failure -> fail(stream, failure, now, generation));
    }

    private void succeed(ObjectNode stream, JsonNode image, String now, long generation) {
        ObjectNode event = TagHistory.event(
                now, Json.at(image, "dockerImageReference"), Json.at(image, "metadata", "name"), generation);
        Optional<ObjectNode> spec = SpecTag.find(stream, tag);
        if (spec.isEmpty() || isNews(stream, event) || isAhead(stream, spec.get())) {
            spec = Optional.of(reset(stream, spec));
            TagHistory.add(stream, tag, event);
        }
        setImportPolicy(spec.get());
        TagHistory.clearCondition(stream, tag);
        TagHistory.latest(stream, tag).ifPresent(latest -> TagHistory.track(stream, tag, latest.deepCopy()));
    }

    private boolean isNews(JsonNode stream, JsonNode event) {
        return TagHistory.latest(stream, tag)
                .filter(top -> Json.at(top, "image").equals(Json.at(event, "image"))
                        && Json.at(top, "dockerImageReference").equals(Json.at(event, "dockerImageReference")))
                .isEmpty();
    }

    /** Whether the tag has been changed since its image came. */
    private boolean isAhead(JsonNode stream, JsonNode spec) {
        long seen = TagHistory.latest(stream, tag)
                .map(event -> event.path("generation").asLong())
                .orElse(-1L);
        return !spec.path("generation").isNumber() || spec.path("generation").asLong() > seen;
    }

    private ObjectNode reset(ObjectNode stream, Optional<ObjectNode> present) {
        ObjectNode spec = present.map(ObjectNode::deepCopy).orElseGet(Json::object);
        spec.putObject("from").put("kind", "DockerImage").put("name", from);
        setImportPolicy(spec);
        if (present.isEmpty() && policies.path("referencePolicy").isObject()) {
            spec.set("referencePolicy", policies.get("referencePolicy").deepCopy());
        }
        ObjectNode complete = SpecTag.withDefaults(spec.put("generation", 0));
        SpecTag.set(stream, tag, complete);
        return complete;
    }

    private void setImportPolicy(ObjectNode spec) {
        ObjectNode policy = Json.object();
        policy.set("importPolicy", policies.path("importPolicy").deepCopy());
        policy.put("name", tag);
        spec.set("importPolicy", SpecTag.withDefaults(policy).get("importPolicy"));
    }

    private void fail(ObjectNode stream, StatusException failure, String now, long generation) {
        Optional<ObjectNode> spec = SpecTag.find(stream, tag);
        if (spec.isEmpty() && !wanted) {
            return;
        }
        boolean known = TagHistory.failure(stream, tag)
                .filter(condition -> Json.at(condition, "reason").equals(failure.reason())
                        && Json.at(condition, "message").equals(failure.getMessage())
                        && TagHistory.observedGeneration(stream, tag)
                                >= spec.map(found -> found.path("generation").asLong())
                                        .orElse(0L))
                .isPresent();
        if (!known) {
            TagHistory.setCondition(stream, tag, condition(failure, now, generation));
            spec.ifPresent(found -> found.put("generation", 0));
        }
        if (spec.isEmpty()) {
            reset(stream, spec);
        }
    }

    private static ObjectNode condition(StatusException failure, String now, long generation) {
        ObjectNode condition = Json.object();
        condition.put("type", "ImportSuccess").put("status", "False").put("lastTransitionTime", now);
        return condition
                .put("reason", failure.reason())
                .put("message", failure.getMessage())
                .put("generation", generation);
    }
}
