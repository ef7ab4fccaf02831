package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.fields.ManagedFields.Manager;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the books of one writer: the fields that it sets by creating and updating are its own. */
public final class FieldManager {
    private final Manager self;
    private final String kind;
    private final String now;

    /** A writer of objects of a type. */
    public FieldManager(String name, Type type, String subresource, String now) {
        this.self = new Manager(name, false, type.apiVersion(), subresource);
        this.kind = type.kind();
        this.now = now;
    }

    /** A new object; whatever it says about managers is not believed. */
    public ObjectNode created(ObjectNode wanted) {
        ObjectNode object = wanted.deepCopy();
        if (!object.has("kind")) {
            object.put("kind", kind);
        }
        ManagedFields managed = new ManagedFields();
        managed.set(self, Fields.of(object).keySet(), now, true);
        managed.keepOnly(Fields.of(object).keySet());
        managed.writeTo(object);
        return object;
    }

    /** The wanted state of an update. One entry that says nothing makes the server forget; others are taken over. */
    public ObjectNode updated(ObjectNode old, ObjectNode wanted) {
        JsonNode given = wanted.path("metadata").path("managedFields");
        if (given.size() == 1 && given.get(0).isEmpty()) {
            Json.child(wanted, "metadata").remove("managedFields");
            return wanted;
        }
        ManagedFields managed = ManagedFields.of(given.isEmpty() ? old : wanted);
        Set<FieldPath> changed = Fields.changed(old, wanted);
        managed.takeFromOthers(self, changed);
        if (!changed.isEmpty()) {
            Set<FieldPath> mine = new TreeSet<>(managed.of(self));
            mine.addAll(changed);
            managed.set(self, mine, now, true);
        }
        managed.keepOnly(Fields.of(wanted).keySet());
        managed.writeTo(wanted);
        return wanted;
    }
}
