package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody whom a binding gives a role.
 *
 * @param namespace of a service account; empty for others
 */
record BoundSubject(String kind, String name, String namespace) {
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    /** A user, by the name that the server knows; service accounts have long ones. */
    static BoundSubject user(String name) {
        String[] parts = name.startsWith(SERVICE_ACCOUNT)
                ? name.substring(SERVICE_ACCOUNT.length()).split(":", -1)
                : new String[0];
        return parts.length == 2 ? serviceAccount(parts[1], parts[0]) : new BoundSubject("User", name, "");
    }

    static BoundSubject group(String name) {
        return new BoundSubject("Group", name, "");
    }

    static BoundSubject serviceAccount(String name, String namespace) {
        return new BoundSubject("ServiceAccount", name, namespace);
    }

    static BoundSubject of(JsonNode subject) {
        return new BoundSubject(
                subject.path("kind").asText(""),
                subject.path("name").asText(""),
                subject.path("namespace").asText(""));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        if (!namespace.isEmpty()) {
            return json.put("kind", kind).put("name", name).put("namespace", namespace);
        }
        return json.put("apiGroup", Role.GROUP).put("kind", kind).put("name", name);
    }

    /** {@code "joe"}, or {@code ["joe" "ann"]}. */
    static String quoted(List<BoundSubject> subjects) {
        String names = subjects.stream().map(each -> Json.text(each.name)).collect(Collectors.joining(" "));
        return subjects.size() == 1 ? names : "[" + names + "]";
    }
}
