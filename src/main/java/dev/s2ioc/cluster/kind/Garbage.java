package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Owner references: what goes when its owner goes. */
public final class Garbage {
    static final String FOREGROUND = "foregroundDeletion";
    static final String ORPHAN = "orphan";

    private final Store store;
    private final Kinds kinds;

    public Garbage(Machinery machinery) {
        this.store = machinery.store();
        this.kinds = machinery.kinds();
    }

    /** Deletes what was left behind when the process died between an owner's deletion and that of what it owned. */
    public void sweep() {
        for (Key key : store.mentioning("\"ownerReferences\"")) {
            store.get(key).ifPresent(object -> {
                if (isOwned(object) && owners(object).stream().noneMatch(owner -> exists(key, owner))) {
                    delete(Call.internal(key.namespace()), key);
                }
            });
        }
    }

    private static boolean isOwned(JsonNode object) {
        return !object.path("metadata").path("ownerReferences").isEmpty();
    }

    /** An owner of a type that is not served cannot be judged; it counts as there. */
    private boolean exists(Key dependent, JsonNode owner) {
        return kinds.ofKind(Json.at(owner, "apiVersion"), Json.at(owner, "kind"))
                .map(type -> new Key(
                        type.resource(), type.namespaced() ? dependent.namespace() : "", Json.at(owner, "name")))
                .map(key -> store.get(key)
                        .filter(found -> Json.at(found, "metadata", "uid").equals(Json.at(owner, "uid")))
                        .isPresent())
                .orElse(true);
    }

    boolean isOwner(JsonNode object) {
        return !dependents(object).isEmpty();
    }

    /** Deletes what the object owned, and what that owned. An object with another owner loses the reference only. */
    void collect(Call call, JsonNode owner) {
        String uid = Json.at(owner, "metadata", "uid");
        for (Key key : dependents(owner)) {
            store.get(key).ifPresent(object -> {
                boolean kept = owners(object).stream()
                        .filter(other -> !Json.at(other, "uid").equals(uid))
                        .anyMatch(other -> exists(key, other));
                if (kept) {
                    change(key, dependent -> dropReference(dependent, uid));
                } else {
                    delete(call.in(key.namespace()), key);
                }
            });
        }
    }

    void orphan(JsonNode owner) {
        String uid = Json.at(owner, "metadata", "uid");
        dependents(owner).forEach(key -> change(key, dependent -> dropReference(dependent, uid)));
    }

    /** Lets an owner go that waited for what it owned. */
    void finishForeground(Call call, JsonNode owner) {
        if (!isOwner(owner)) {
            finish(owner, FOREGROUND);
        }
    }

    /** Takes the finalizer from the object, which goes unless something else holds it; empty when it has gone already. */
    Optional<ObjectNode> finish(JsonNode object, String finalizer) {
        return kinds.ofKind(Json.at(object, "apiVersion"), Json.at(object, "kind"))
                .filter(type -> store.get(Key.of(type.resource(), object)).isPresent())
                .map(type -> kinds.resource(type.resource())
                        .update(
                                Call.internal(Json.at(object, "metadata", "namespace")),
                                Json.at(object, "metadata", "name"),
                                present -> {
                                    Finalizers.remove(present, finalizer);
                                    return present;
                                })
                        .object());
    }

    void finishForegroundOfOwners(Call call, JsonNode dependent) {
        String namespace = Json.at(dependent, "metadata", "namespace");
        for (JsonNode reference : owners(dependent)) {
            kinds.ofKind(Json.at(reference, "apiVersion"), Json.at(reference, "kind"))
                    .flatMap(type -> store.get(
                            new Key(type.resource(), type.namespaced() ? namespace : "", Json.at(reference, "name"))))
                    .filter(owner -> Metadata.isBeingDeleted(owner))
                    .filter(owner -> Finalizers.has(owner, FOREGROUND))
                    .ifPresent(owner -> finishForeground(call, owner));
        }
    }

    private List<Key> dependents(JsonNode owner) {
        String uid = Json.at(owner, "metadata", "uid");
        return uid.isEmpty()
                ? List.of()
                : store.mentioning(uid).stream()
                        .filter(key -> store.get(key)
                                .filter(object -> owners(object).stream()
                                        .anyMatch(reference ->
                                                Json.at(reference, "uid").equals(uid)))
                                .isPresent())
                        .toList();
    }

    private static List<JsonNode> owners(JsonNode object) {
        return object.path("metadata").path("ownerReferences").valueStream().toList();
    }

    private void delete(Call call, Key key) {
        kinds.find(key.resource()).ifPresent(resource -> {
            try {
                resource.delete(call, key.name(), DeleteOptions.BACKGROUND);
            } catch (StatusException e) {
                if (e.code() != 404) {
                    throw e;
                }
            }
        });
    }

    private void change(Key key, Consumer<ObjectNode> change) {
        try {
            store.update(key, object -> {
                change.accept(object);
                return object;
            });
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.MISSING) {
                throw e;
            }
        }
    }

    private static void dropReference(ObjectNode object, String uid) {
        ArrayNode references = Json.items(Json.child(object, "metadata"), "ownerReferences");
        for (int i = references.size() - 1; i >= 0; i--) {
            if (Json.at(references.get(i), "uid").equals(uid)) {
                references.remove(i);
            }
        }
        if (references.isEmpty()) {
            Json.child(object, "metadata").remove("ownerReferences");
        }
    }
}
