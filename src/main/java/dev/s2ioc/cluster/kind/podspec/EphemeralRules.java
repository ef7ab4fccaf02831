package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What containers that are added to a running pod must not say; and that those which are there stay. */
public final class EphemeralRules {
    private static final String LIST = "ephemeralContainers";
    private static final List<String> FORBIDDEN = List.of("ports", "resources", "restartPolicy");

    private EphemeralRules() {}

    static void validate(JsonNode spec, Set<String> volumes, Causes causes) {
        Set<String> names = new HashSet<>();
        for (String list : List.of("initContainers", "containers")) {
            spec.path(list).forEach(container -> names.add(Json.at(container, "name")));
        }
        for (int i = 0; i < spec.path(LIST).size(); i++) {
            String where = "spec." + LIST + "[" + i + "]";
            JsonNode container = spec.path(LIST).get(i);
            new ContainerRules(container, where, causes)
                    .validate(volumes, spec.path("hostNetwork").asBoolean(), true);
            FORBIDDEN.stream()
                    .filter(field -> container.hasNonNull(field)
                            && !(container.get(field).isContainerNode()
                                    && container.get(field).isEmpty()))
                    .forEach(
                            field -> causes.forbidden(where + "." + field, "cannot be set for an Ephemeral Container"));
            if (!Json.at(container, "targetContainerName").isEmpty()) {
                causes.forbidden(
                        where + ".targetContainerName",
                        "each container of the local cluster sees its own processes only; leave --target out");
            }
            String name = Json.at(container, "name");
            if (!name.isEmpty() && !names.add(name)) {
                causes.duplicate(where + ".name", name);
            }
        }
    }

    /** @param old the specification as it was */
    public static void validateUpdate(JsonNode old, JsonNode spec, Causes causes) {
        Map<String, JsonNode> now = new HashMap<>();
        spec.path(LIST).forEach(container -> now.put(Json.at(container, "name"), container));
        for (JsonNode before : old.path(LIST)) {
            String name = Json.at(before, "name");
            if (!before.equals(now.get(name))) {
                causes.forbidden(
                        "spec." + LIST,
                        "existing ephemeral containers \"" + name + "\" may not be "
                                + (now.containsKey(name) ? "changed" : "removed"));
            }
        }
    }
}
