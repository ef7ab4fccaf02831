package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who has which role. Bindings are kept for tools that read and write them; {@link Access} does not ask them. */
record RoleBindingKind(Type type) implements Kind {
    static final Type TYPE = Type.namespaced(RoleKind.GROUP, "v1", "rolebindings", "RoleBinding");
    static final Type CLUSTER_TYPE =
            Type.clusterScoped(RoleKind.GROUP, "v1", "clusterrolebindings", "ClusterRoleBinding");
    private static final List<String> SUBJECTS = List.of("Group", "ServiceAccount", "User");

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Role",
                        "The role that is given.",
                        (binding, now) ->
                                Json.at(binding, "roleRef", "kind") + "/" + Json.at(binding, "roleRef", "name")),
                Column.age(),
                subjects("Users", "User"),
                subjects("Groups", "Group"),
                subjects("ServiceAccounts", "ServiceAccount"));
    }

    private static Column subjects(String name, String kind) {
        return Column.text(
                        name,
                        "Those who are given the role.",
                        (binding, now) -> binding.path("subjects")
                                .valueStream()
                                .filter(subject -> Json.at(subject, "kind").equals(kind))
                                .map(RoleBindingKind::subject)
                                .collect(Collectors.joining(", ")))
                .wide();
    }

    private static String subject(JsonNode subject) {
        String namespace = Json.at(subject, "namespace");
        return namespace.isEmpty() ? Json.at(subject, "name") : namespace + "/" + Json.at(subject, "name");
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.pathSegmentFault(name);
    }

    @Override
    public void setDefaults(ObjectNode binding) {
        if (Json.at(binding, "roleRef", "apiGroup").isEmpty()) {
            Json.child(binding, "roleRef").put("apiGroup", RoleKind.GROUP);
        }
        for (JsonNode subject : binding.path("subjects")) {
            if (subject instanceof ObjectNode named
                    && !named.has("apiGroup")
                    && !Json.at(named, "kind").equals("ServiceAccount")) {
                named.put("apiGroup", RoleKind.GROUP);
            }
        }
    }

    @Override
    public void validate(ObjectNode binding, Causes causes) {
        List<String> roles = type.namespaced() ? List.of("ClusterRole", "Role") : List.of("ClusterRole");
        if (!roles.contains(Json.at(binding, "roleRef", "kind"))) {
            causes.notSupported("roleRef.kind", Json.at(binding, "roleRef", "kind"), roles);
        }
        if (Json.at(binding, "roleRef", "name").isEmpty()) {
            causes.required("roleRef.name", "");
        }
        int i = 0;
        for (JsonNode subject : binding.path("subjects")) {
            String field = "subjects[" + i++ + "].";
            if (!SUBJECTS.contains(Json.at(subject, "kind"))) {
                causes.notSupported(field + "kind", Json.at(subject, "kind"), SUBJECTS);
            }
            if (Json.at(subject, "name").isEmpty()) {
                causes.required(field + "name", "");
            }
            if (Json.at(subject, "kind").equals("ServiceAccount")
                    && Json.at(subject, "namespace").isEmpty()) {
                causes.required(field + "namespace", "");
            }
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode binding, Causes causes) {
        if (!old.path("roleRef").equals(binding.path("roleRef"))) {
            causes.invalid("roleRef", binding.path("roleRef"), "cannot change roleRef");
        }
    }
}
