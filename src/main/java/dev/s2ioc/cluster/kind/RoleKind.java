package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Roles, of a namespace or of the cluster. They are kept for tools that read and write them; {@link Access} does not ask them. */
record RoleKind(Type type) implements Kind {
    static final String GROUP = "rbac.authorization.k8s.io";
    static final Type TYPE = Type.namespaced(GROUP, "v1", "roles", "Role");
    static final Type CLUSTER_TYPE = Type.clusterScoped(GROUP, "v1", "clusterroles", "ClusterRole");

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
            if (rule.path("nonResourceURLs").isEmpty()) {
                validateResources(rule, field, causes);
            } else if (type.namespaced()) {
                causes.invalid(
                        field + ".nonResourceURLs",
                        rule.path("nonResourceURLs"),
                        "namespaced rules cannot apply to non-resource URLs");
            } else if (!rule.path("apiGroups").isEmpty()
                    || !rule.path("resources").isEmpty()) {
                causes.invalid(
                        field + ".nonResourceURLs",
                        rule.path("nonResourceURLs"),
                        "rules cannot apply to both regular resources and non-resource URLs");
            }
        }
    }

    private static void validateResources(JsonNode rule, String field, Causes causes) {
        if (rule.path("apiGroups").isEmpty()) {
            causes.required(field + ".apiGroups", "resource rules must supply at least one api group");
        }
        if (rule.path("resources").isEmpty()) {
            causes.required(field + ".resources", "resource rules must supply at least one resource");
        }
    }
}
