package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The cluster roles and bindings that every cluster comes with; tools look for them by name. */
final class DefaultRoles {
    private final Machinery machinery;

    DefaultRoles(Machinery machinery) {
        this.machinery = machinery;
    }

    /** Makes those that are missing. */
    void ensure() {
        JsonNode defaults = defaults();
        defaults.path("roles").forEach(role -> ensure(RoleKind.CLUSTER_TYPE, role));
        defaults.path("bindings").forEach(binding -> ensure(RoleBindingKind.CLUSTER_TYPE, binding));
    }

    private static JsonNode defaults() {
        try (InputStream stream = DefaultRoles.class.getResourceAsStream("/roles.json")) {
            return Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ensure(Type type, JsonNode object) {
        String name = Json.at(object, "metadata", "name");
        if (machinery.store().get(new Key(type.resource(), "", name)).isEmpty()) {
            machinery.kinds().resource(type.resource()).create(Call.internal(""), (ObjectNode) object);
        }
    }
}
