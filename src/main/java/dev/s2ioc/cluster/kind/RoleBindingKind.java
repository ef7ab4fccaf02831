package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Role bindings are kept for tools that write them; {@link Access} does not ask them. */
public final class RoleBindingKind implements Kind {
    public static final Type TYPE = Type.namespaced("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Role",
                        "The role that is given.",
                        (binding, now) ->
                                Json.at(binding, "roleRef", "kind") + "/" + Json.at(binding, "roleRef", "name")),
                Column.age());
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.pathSegmentFault(name);
    }

    @Override
    public void validate(ObjectNode binding, Causes causes) {
        if (Json.at(binding, "roleRef", "name").isEmpty()) {
            causes.required("roleRef.name", "");
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode binding, Causes causes) {
        if (!old.path("roleRef").equals(binding.path("roleRef"))) {
            causes.invalid("roleRef", binding.path("roleRef"), "cannot change roleRef");
        }
    }
}
