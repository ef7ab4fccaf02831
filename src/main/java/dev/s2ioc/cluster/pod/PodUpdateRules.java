package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a pod's specification can be changed: images, a deadline that comes sooner, and more tolerations. */
final class PodUpdateRules {
    private static final String FAULT = "pod updates may not change fields other than"
            + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations`"
            + " (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if"
            + " it was previously negative)";

    private PodUpdateRules() {}

    static void validate(JsonNode old, JsonNode spec, Causes causes) {
        for (String list : List.of("initContainers", "containers")) {
            if (old.path(list).size() != spec.path(list).size()) {
                causes.forbidden("spec." + list, "pod updates may not add or remove containers");
                return;
            }
        }
        JsonNode before = old.path("activeDeadlineSeconds");
        JsonNode after = spec.path("activeDeadlineSeconds");
        if (before.isNumber() && after.isNumber() && after.asLong() > before.asLong()) {
            causes.invalid(
                    "spec.activeDeadlineSeconds",
                    after,
                    "must be less than or equal to previous value `" + before.asLong() + "`");
        } else if (before.isNumber() && !after.isNumber()) {
            causes.invalid("spec.activeDeadlineSeconds", null, "must not update from a positive integer to nil value");
        }
        Set<JsonNode> kept = new HashSet<>();
        spec.path("tolerations").forEach(kept::add);
        boolean lost = old.path("tolerations").valueStream().anyMatch(each -> !kept.contains(each));
        if (lost || !fixed(old).equals(fixed(spec))) {
            causes.forbidden("spec", FAULT);
        }
    }

    /** Everything else. */
    private static ObjectNode fixed(JsonNode spec) {
        ObjectNode fixed = ((ObjectNode) spec.deepCopy())
                .without(List.of("activeDeadlineSeconds", "tolerations", EphemeralContainers.FIELD));
        for (String list : List.of("initContainers", "containers")) {
            if (fixed.get(list) instanceof ArrayNode containers) {
                containers.forEach(container -> ((ObjectNode) container).remove("image"));
            }
        }
        return fixed;
    }
}
