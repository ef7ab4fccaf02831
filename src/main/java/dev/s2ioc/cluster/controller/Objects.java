package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored objects as controllers read and write them. Writes go through the rules that hold for everybody. */
final class Objects {
    /** Served by another room; here they are objects like all others. */
    static final Type PODS = Type.namespaced("", "v1", "pods", "Pod", "po");

    private final Machinery machinery;

    Objects(Machinery machinery) {
        this.machinery = machinery;
    }

    Instant now() {
        return machinery.clock().instant();
    }

    String time() {
        return machinery.now();
    }

    Optional<ObjectNode> get(Key key) {
        return machinery.store().get(key);
    }

    List<ObjectNode> list(Type type, String namespace) {
        return machinery.store().list(type.resource(), namespace);
    }

    ObjectNode create(Type type, String namespace, ObjectNode object) {
        return resource(type.resource()).create(Call.internal(namespace), object);
    }

    /** Writes what is wanted of an object. */
    ObjectNode change(Key key, Consumer<ObjectNode> change) {
        return resource(key.resource())
                .update(Call.internal(key.namespace()), key.name(), object -> {
                    change.accept(object);
                    Json.child(object, "metadata").remove("resourceVersion");
                    return object;
                })
                .object();
    }

    /** Writes how an object is, if that is new; nothing when the object is gone. */
    Optional<ObjectNode> report(Key key, Consumer<ObjectNode> change) {
        try {
            Optional<ObjectNode> old = get(key);
            if (old.isEmpty()) {
                return old;
            }
            ObjectNode changed = old.get().deepCopy();
            change.accept(changed);
            if (Canonical.equal(changed, old.get())) {
                return old;
            }
            return Optional.of(
                    machinery.store().update(key, Json.at(old.get(), "metadata", "resourceVersion"), changed));
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.MISSING) {
                return Optional.empty();
            }
            throw StatusException.of(e, resource(key.resource()).type(), key.name());
        }
    }

    /** Deletes this very object with what it owns, if it is still there. */
    void delete(Type type, JsonNode object) {
        delete(type, object, DeleteOptions.BACKGROUND);
    }

    void delete(Type type, JsonNode object, DeleteOptions options) {
        Key key = Key.of(type.resource(), object);
        boolean same = get(key).filter(
                        found -> Json.at(found, "metadata", "uid").equals(Json.at(object, "metadata", "uid")))
                .isPresent();
        try {
            if (same) {
                resource(type.resource()).delete(Call.internal(key.namespace()), key.name(), options);
            }
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    /** Makes a tag lead to an image. */
    void tag(String namespace, String name, String image) {
        resource("imagestreamtags.image.openshift.io").update(Call.internal(namespace), name, tag -> {
            ObjectNode from = tag.putObject("tag").putObject("from");
            from.put("kind", "DockerImage").put("name", image);
            return tag;
        });
    }

    private Resource resource(String name) {
        return machinery.kinds().resource(name);
    }
}
