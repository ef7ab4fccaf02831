package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** An object's metadata.managedFields: who has set which fields, and how. */
final class ManagedFields {
    /** Who sets fields: by updates or by applied configurations, which are two. */
    record Manager(String name, boolean applies, String apiVersion, String subresource) {
        /** As refusals name it. */
        @Override
        public String toString() {
            String text = "\"" + name + "\"";
            if (!subresource.isEmpty()) {
                text += " with subresource \"" + subresource + "\"";
            }
            return applies ? text : text + " using " + apiVersion;
        }
    }

    private record Owned(NavigableSet<FieldPath> fields, String time) {}

    private final Map<Manager, Owned> owners = new LinkedHashMap<>();

    static ManagedFields of(ObjectNode object) {
        ManagedFields managed = new ManagedFields();
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            Manager manager = new Manager(
                    Json.at(entry, "manager"),
                    Json.at(entry, "operation").equals("Apply"),
                    Json.at(entry, "apiVersion"),
                    Json.at(entry, "subresource"));
            managed.owners.put(manager, new Owned(Fields.ofTree(entry.path("fieldsV1")), Json.at(entry, "time")));
        }
        return managed;
    }

    boolean isEmpty() {
        return owners.isEmpty();
    }

    Set<FieldPath> of(Manager manager) {
        return owners.containsKey(manager) ? owners.get(manager).fields() : Set.of();
    }

    /** What the others own. */
    void others(Manager self, BiConsumer<Manager, Set<FieldPath>> visitor) {
        owners.forEach((manager, owned) -> {
            if (!manager.equals(self)) {
                visitor.accept(manager, Set.copyOf(owned.fields()));
            }
        });
    }

    /** From now on these fields are this manager's; the time stays when nothing is new. */
    void set(Manager manager, Set<FieldPath> fields, String time, boolean touched) {
        Owned before = owners.get(manager);
        boolean same = before != null && before.fields().equals(fields) && !touched;
        owners.put(manager, same ? before : new Owned(new TreeSet<>(fields), time));
    }

    void takeFromOthers(Manager self, Set<FieldPath> fields) {
        owners.forEach((manager, owned) -> {
            if (!manager.equals(self)) {
                owned.fields().removeAll(fields);
            }
        });
    }

    /** Forgets the fields that are no longer there, and whoever owns nothing. */
    void keepOnly(Set<FieldPath> present) {
        owners.values().forEach(owned -> owned.fields().retainAll(present));
        owners.values().removeIf(owned -> owned.fields().isEmpty());
    }

    void writeTo(ObjectNode object) {
        ObjectNode metadata = Json.child(object, "metadata");
        metadata.remove("managedFields");
        if (owners.isEmpty()) {
            return;
        }
        ArrayNode list = metadata.putArray("managedFields");
        owners.forEach((manager, owned) -> {
            ObjectNode entry = list.addObject()
                    .put("manager", manager.name())
                    .put("operation", manager.applies() ? "Apply" : "Update")
                    .put("apiVersion", manager.apiVersion())
                    .put("time", owned.time())
                    .put("fieldsType", "FieldsV1");
            entry.set("fieldsV1", Fields.tree(owned.fields()));
            if (!manager.subresource().isEmpty()) {
                entry.put("subresource", manager.subresource());
            }
        });
    }
}
