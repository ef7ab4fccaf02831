package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Roles are kept for tools that write them; {@link Access} does not ask them. */
public final class RoleKind implements Kind {
    public static final Type TYPE = Type.namespaced("rbac.authorization.k8s.io", "v1", "roles", "Role");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Created At",
                        "When the role was made.",
                        (role, now) -> Json.at(role, "metadata", "creationTimestamp")));
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.pathSegmentFault(name);
    }

    @Override
    public void validate(ObjectNode role, Causes causes) {
        int i = 0;
        for (JsonNode rule : role.path("rules")) {
            String field = "rules[" + i++ + "]";
            if (rule.path("verbs").isEmpty()) {
                causes.required(field + ".verbs", "verbs must contain at least one value");
            }
            if (rule.path("apiGroups").isEmpty()) {
                causes.required(field + ".apiGroups", "resource rules must supply at least one api group");
            }
            if (rule.path("resources").isEmpty()) {
                causes.required(field + ".resources", "resource rules must supply at least one resource");
            }
        }
    }
}
