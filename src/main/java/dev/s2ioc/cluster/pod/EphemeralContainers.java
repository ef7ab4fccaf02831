package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.ObjectPart;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.kind.podspec.PodSpecDefaults;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The containers that are added to a pod while it runs, to look into it: only they are written here. */
public final class EphemeralContainers implements Resource {
    static final String FIELD = "ephemeralContainers";

    private final StoredResource pods;
    private final Store store;

    public EphemeralContainers(StoredResource pods, Store store) {
        this.pods = pods;
        this.store = store;
    }

    @Override
    public Type type() {
        return pods.type();
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.patch, Verb.update);
    }

    @Override
    public List<Column> columns() {
        return pods.columns();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return pods.get(call, name);
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        return pods.updatePart(call, name, old -> {
            ObjectNode changed = permitted(old, change.apply(old.deepCopy()));
            ObjectNode spec = Json.child(changed, "spec");
            PodSpecDefaults.set(spec);
            new UserAdmission(store, call).admitLater(call, spec);
            return changed;
        });
    }

    /** The old pod with the new containers, on the writer's conditions. */
    @Override
    public ObjectNode permitted(ObjectNode old, ObjectNode wanted) {
        ObjectNode permitted = old.deepCopy();
        JsonNode containers = wanted.path("spec").path(FIELD);
        if (containers instanceof ArrayNode some && !some.isEmpty()) {
            Json.child(permitted, "spec").set(FIELD, some);
        } else {
            Json.child(permitted, "spec").remove(FIELD);
        }
        ObjectPart.takeConditions(permitted, wanted);
        return permitted;
    }

    @Override
    public boolean keepsManagedFields() {
        return true;
    }
}
