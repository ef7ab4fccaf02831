package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One field of stored objects, status above all, that is written by itself; the rest of what a writer sends is passed over. */
public final class ObjectPart implements Resource {
    private final StoredResource whole;
    private final String field;
    private final Set<Verb> verbs;

    ObjectPart(StoredResource whole, String field, Set<Verb> verbs) {
        this.whole = whole;
        this.field = field;
        this.verbs = verbs;
    }

    @Override
    public Type type() {
        return whole.type();
    }

    @Override
    public Set<Verb> verbs() {
        return verbs;
    }

    @Override
    public List<Column> columns() {
        return whole.columns();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return whole.get(call, name);
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        return whole.updatePart(call, name, old -> permitted(old.deepCopy(), change.apply(old)));
    }

    /** The old object with the new field, on the writer's conditions. */
    @Override
    public ObjectNode permitted(ObjectNode old, ObjectNode wanted) {
        ObjectNode permitted = old.deepCopy();
        permitted.set("kind", wanted.path("kind").isMissingNode() ? old.get("kind") : wanted.get("kind"));
        permitted.set(field, wanted.path(field).isObject() ? wanted.get(field) : Json.object());
        takeConditions(permitted, wanted);
        return permitted;
    }

    /** What a writer says of the object that it means, and of the fields that are its own. */
    public static void takeConditions(ObjectNode permitted, ObjectNode wanted) {
        ObjectNode metadata = Json.child(permitted, "metadata");
        metadata.remove("resourceVersion");
        for (String condition : List.of("name", "namespace", "uid", "resourceVersion", "managedFields")) {
            if (wanted.path("metadata").hasNonNull(condition)) {
                metadata.set(condition, wanted.path("metadata").get(condition));
            }
        }
    }

    @Override
    public boolean keepsManagedFields() {
        return true;
    }
}
