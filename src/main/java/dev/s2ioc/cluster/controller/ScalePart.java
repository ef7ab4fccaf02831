package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How many pods a workload wants and has, as an object of its own kind, the same for all workloads. */
final class ScalePart implements Resource {
    private static final Type TYPE = Type.namespaced("autoscaling", "v1", "scales", "Scale");

    private final Resource whole;

    ScalePart(Resource whole) {
        this.whole = whole;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.patch, Verb.update);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.number(
                        "Desired",
                        "How many pods are wanted.",
                        (scale, now) -> scale.at("/spec/replicas").asLong()),
                Column.number(
                        "Available",
                        "How many pods there are.",
                        (scale, now) -> scale.at("/status/replicas").asLong()),
                Column.age());
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return scale(whole.get(call, name));
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        Written written = whole.update(call, name, old -> {
            ObjectNode wanted = change.apply(scale(old));
            long replicas = wanted.path("spec").path("replicas").asLong(0);
            if (replicas < 0) {
                Causes causes = new Causes();
                causes.invalid("spec.replicas", replicas, "must be greater than or equal to 0");
                throw StatusException.invalid(TYPE, name, causes);
            }
            Json.child(old, "spec").put("replicas", replicas);
            String revision = Json.at(wanted, "metadata", "resourceVersion");
            ObjectNode metadata = Json.child(old, "metadata");
            if (revision.isEmpty()) {
                metadata.remove("resourceVersion");
            } else {
                metadata.put("resourceVersion", revision);
            }
            return old;
        });
        return new Written(scale(written.object()), written.created());
    }

    private static ObjectNode scale(JsonNode workload) {
        ObjectNode scale = Json.object().put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            if (workload.path("metadata").has(field)) {
                metadata.set(field, workload.path("metadata").get(field));
            }
        }
        scale.putObject("spec")
                .put("replicas", workload.path("spec").path("replicas").asLong(0));
        scale.putObject("status")
                .put("replicas", workload.path("status").path("replicas").asLong(0))
                .put("selector", Selector.of(workload).text());
        return scale;
    }
}
