package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Namespaces: what everything else lives in. Their deletion is {@link NamespaceResource}'s. */
public final class NamespaceKind implements Kind {
    public static final Type TYPE = Type.clusterScoped("", "v1", "namespaces", "Namespace", "ns");

    /** The finalizer that stands for everything in the namespace. */
    static final String CONTENT = "kubernetes";

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Status", "The status of the namespace", (object, now) -> Json.at(object, "status", "phase")),
                Column.age());
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.labelFault(name);
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode object) {
        object.putObject("status").put("phase", "Active");
        ArrayNode finalizers = Json.items(Json.child(object, "spec"), "finalizers");
        if (finalizers.valueStream().noneMatch(finalizer -> finalizer.asText().equals(CONTENT))) {
            finalizers.add(CONTENT);
        }
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode object) {
        object.set("status", old.path("status").deepCopy());
        object.set("spec", old.path("spec").deepCopy());
    }

    /** The content goes first. */
    @Override
    public boolean isHeld(JsonNode namespace) {
        return Metadata.hasFinalizers(namespace)
                || !namespace.path("spec").path("finalizers").isEmpty();
    }

    @Override
    public void setDefaults(ObjectNode object) {
        ObjectNode metadata = Json.child(object, "metadata");
        Json.child(metadata, "labels").put("kubernetes.io/metadata.name", Json.at(metadata, "name"));
    }
}
