package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;

/**
 * A role that bindings give to people.
 *
 * @param local whether it is one of the project, not one of the cluster
 */
record Role(boolean local, String name) {
    static final String GROUP = "rbac.authorization.k8s.io";

    String kind() {
        return local ? "Role" : "ClusterRole";
    }

    /** {@code clusterrole.rbac.authorization.k8s.io/edit}. */
    String objectName() {
        return (local ? "role." : "clusterrole.") + GROUP + "/" + name;
    }

    ObjectNode reference() {
        return Json.object().put("apiGroup", GROUP).put("kind", kind()).put("name", name);
    }

    boolean isGivenBy(JsonNode binding) {
        JsonNode role = binding.path("roleRef");
        return role.path("kind").asText().equals(kind())
                && role.path("name").asText().equals(name);
    }
}
