package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.Optional;

/** What is checked before any object is written. */
final class Admission {
    private final Store store;
    private final Kind kind;
    private final Type type;

    Admission(Store store, Kind kind) {
        this.store = store;
        this.kind = kind;
        this.type = kind.type();
    }

    /** The body must be of this kind and agree with the path; what it leaves out is taken from there. */
    void requireMatch(Call call, ObjectNode object, String name) {
        requireKind(object);
        ObjectNode metadata = Json.child(object, "metadata");
        String namespace = Json.at(metadata, "namespace");
        if (type.namespaced() && !namespace.isEmpty() && !namespace.equals(call.namespace())) {
            throw StatusException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (type.namespaced()) {
            metadata.put("namespace", call.namespace());
        }
        if (name.isEmpty()) {
            return;
        }
        String found = Json.at(metadata, "name");
        if (!found.isEmpty() && !found.equals(name)) {
            throw StatusException.badRequest(
                    "the name of the object (" + found + ") does not match the name on the URL (" + name + ")");
        }
        metadata.put("name", name);
    }

    private void requireKind(ObjectNode object) {
        String foundKind = object.path("kind").asText(type.kind());
        String foundVersion = object.path("apiVersion").asText(type.apiVersion());
        if (!foundKind.equals(type.kind())) {
            throw StatusException.badRequest(
                    foundKind + " in version \"" + type.version() + "\" cannot be handled as a " + type.kind()
                            + ": converting (" + foundKind + ") to (" + type.kind() + "): unknown conversion");
        }
        if (!foundVersion.equals(type.apiVersion())) {
            throw StatusException.badRequest("the API version in the data (" + foundVersion
                    + ") does not match the expected API version (" + type.apiVersion() + ")");
        }
        object.put("kind", type.kind()).put("apiVersion", type.apiVersion());
    }

    void requireNamespace(Call call) {
        if (!type.namespaced()) {
            return;
        }
        ObjectNode namespace = store.get(new Key("namespaces", "", call.namespace()))
                .orElseThrow(() -> StatusException.notFound(NamespaceKind.TYPE, call.namespace()));
        if (Metadata.isBeingDeleted(namespace)) {
            throw StatusException.forbidden(
                    type,
                    "",
                    "unable to create new content in namespace " + call.namespace()
                            + " because it is being terminated");
        }
    }

    /** The revision that the writer names must be the present one; some kinds want one named. */
    void requireRevision(ObjectNode old, ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        String name = Json.at(old, "metadata", "name");
        String revision = Json.at(metadata, "resourceVersion");
        if (revision.isEmpty() && !kind.updatesUnconditionally()) {
            Causes causes = new Causes();
            causes.unset("metadata.resourceVersion", "must be specified for an update");
            throw StatusException.invalid(type, name, causes);
        }
        if (!revision.isEmpty() && !revision.equals(Json.at(old, "metadata", "resourceVersion"))) {
            throw StatusException.conflict(type, name);
        }
        Metadata.requireUid(type, old, Json.at(metadata, "uid"));
    }

    /** Refuses with every fault at once. */
    void validate(ObjectNode object, ObjectNode old) {
        Causes causes = new Causes();
        String name = Json.at(object, "metadata", "name");
        if (name.isEmpty()) {
            causes.required("metadata.name", "name or generateName is required");
        } else if (old == null) {
            Optional<String> fault = kind.nameFault(name);
            fault.ifPresent(text -> causes.invalid("metadata.name", name, text));
        }
        MetadataRules.validate(object.path("metadata"), causes);
        kind.validate(object, causes);
        if (old != null) {
            MetadataRules.validateUpdate(old.path("metadata"), object.path("metadata"), causes);
            kind.validateUpdate(old, object, causes);
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(type, name, causes);
        }
    }
}
