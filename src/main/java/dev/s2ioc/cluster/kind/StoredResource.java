package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A resource whose objects are kept as they are: the rules that hold for every kind, around those of one. */
public final class StoredResource implements Resource {
    /** How many made-up names are tried, for one may be taken. */
    private static final int NAME_ATTEMPTS = 8;

    private final Machinery machinery;
    private final Store store;
    private final Kind kind;
    private final Type type;
    private final Hooks hooks;
    private final Admission admission;
    private final Garbage garbage;
    private final UnaryOperator<String> names;

    public StoredResource(Machinery machinery, Kind kind) {
        this(machinery, kind, Hooks.NONE);
    }

    public StoredResource(Machinery machinery, Kind kind, Hooks hooks) {
        this(machinery, kind, hooks, Names::generated);
    }

    /** Makes up names from prefixes in another way. */
    StoredResource(Machinery machinery, Kind kind, Hooks hooks, UnaryOperator<String> names) {
        this.machinery = machinery;
        this.store = machinery.store();
        this.kind = kind;
        this.type = kind.type();
        this.hooks = hooks;
        this.admission = new Admission(store, kind);
        this.garbage = new Garbage(machinery);
        this.names = names;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public Set<Verb> verbs() {
        return kind.verbs();
    }

    @Override
    public List<Column> columns() {
        return kind.columns();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return shown(present(call, name));
    }

    @Override
    public Listing list(Call call, Page page) {
        return named("", () -> {
            Listing listing = store.list(type.resource(), call.namespace(), page);
            listing.items().forEach(this::shown);
            return listing;
        });
    }

    @Override
    public Watch watch(Call call, long fromRevision) {
        return named("", () -> store.watch(type.resource(), call.namespace(), fromRevision))
                .map(event -> Optional.of(new Event(
                        event.type(),
                        event.revision(),
                        event.key(),
                        shown(event.object().deepCopy()),
                        event.old().map(old -> shown(old.deepCopy())))));
    }

    @Override
    public ObjectNode create(Call call, ObjectNode wanted) {
        boolean generated = Json.at(wanted, "metadata", "name").isEmpty();
        for (int left = generated ? NAME_ATTEMPTS : 1; ; left--) {
            try {
                return createOnce(call, wanted.deepCopy());
            } catch (StatusException e) {
                if (left == 1 || !e.reason().equals("AlreadyExists")) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode createOnce(Call call, ObjectNode object) {
        admission.requireMatch(call, object, "");
        admission.requireNamespace(call);
        nameIfNeeded(Json.child(object, "metadata"));
        Metadata.fill(object, type, call, kind.countsGenerations(), machinery.now());
        kind.prepareForCreate(call, object);
        kind.setDefaults(object);
        hooks.beforeCreate(call, object);
        admission.validate(object, null);
        Key key = Key.of(type.resource(), object);
        if (call.dryRun()) {
            requireAbsent(key);
            return shown(object);
        }
        ObjectNode created = named(key.name(), () -> store.create(key, object));
        hooks.afterCreate(call, created);
        return shown(created);
    }

    private void nameIfNeeded(ObjectNode metadata) {
        if (Json.at(metadata, "name").isEmpty()
                && !Json.at(metadata, "generateName").isEmpty()) {
            metadata.put("name", names.apply(Json.at(metadata, "generateName")));
        }
    }

    private void requireAbsent(Key key) {
        if (store.get(key).isPresent()) {
            throw StatusException.alreadyExists(type, key.name());
        }
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        return update(call, name, change, true);
    }

    /** Writes what is the server's own in usual updates, such as status; the change must leave the rest alone. */
    public Written updatePart(Call call, String name, UnaryOperator<ObjectNode> change) {
        return update(call, name, change, false);
    }

    private Written update(Call call, String name, UnaryOperator<ObjectNode> change, boolean whole) {
        while (true) {
            ObjectNode old = present(call, name);
            ObjectNode object = change.apply(old.deepCopy());
            admit(call, name, old, object);
            if (whole) {
                prepare(call, old, object);
            }
            admission.validate(object, old);
            if (call.dryRun()) {
                return new Written(shown(object), false);
            }
            try {
                ObjectNode written = write(call, old, object);
                if (whole) {
                    hooks.afterUpdate(call, old, written);
                }
                return new Written(shown(written), false);
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT) {
                    throw StatusException.of(e, type, name);
                }
            }
        }
    }

    private void admit(Call call, String name, ObjectNode old, ObjectNode object) {
        admission.requireMatch(call, object, name);
        admission.requireRevision(old, object);
        Metadata.carryOver(old, object, false);
        Json.child(object, "metadata")
                .set("resourceVersion", old.path("metadata").get("resourceVersion"));
    }

    private void prepare(Call call, ObjectNode old, ObjectNode object) {
        kind.prepareForUpdate(call, old, object);
        kind.setDefaults(object);
        hooks.beforeUpdate(call, old, object);
        Metadata.carryOver(old, object, kind.countsGenerations());
    }

    private ObjectNode write(Call call, ObjectNode old, ObjectNode object) {
        Key key = Key.of(type.resource(), old);
        String revision = Json.at(old, "metadata", "resourceVersion");
        return Metadata.isBeingDeleted(object) && !kind.isHeld(object)
                ? remove(call, key, revision)
                : store.update(key, revision, object);
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        while (true) {
            ObjectNode old = present(call, name);
            options.requirePreconditions(type, old);
            if (call.dryRun()) {
                return new Deleted(shown(old), !kind.isHeld(marked(old, kind.grace(old, options))));
            }
            try {
                return delete(call, old, options);
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT) {
                    throw StatusException.of(e, type, name);
                }
            }
        }
    }

    private Deleted delete(Call call, ObjectNode old, DeleteOptions options) {
        Key key = Key.of(type.resource(), old);
        String revision = Json.at(old, "metadata", "resourceVersion");
        switch (options.propagation()) {
            case "Orphan" -> {
                if (garbage.isOwner(old)) {
                    return deleteAlone(call, old);
                }
            }
            case "Foreground" -> {
                if (garbage.isOwner(old)) {
                    return deleteInForeground(call, old);
                }
            }
            default -> {
                // Background: what this one owns goes after it.
            }
        }
        ObjectNode marked = marked(old, kind.grace(old, options));
        if (!kind.isHeld(marked)) {
            return new Deleted(shown(remove(call, key, revision)), true);
        }
        return new Deleted(shown(store.update(key, revision, marked)), false);
    }

    /** Marked first, so that nobody takes in again what it lets go. */
    private Deleted deleteAlone(Call call, ObjectNode old) {
        Key key = Key.of(type.resource(), old);
        ObjectNode marked = marked(old, 0);
        Finalizers.add(marked, Garbage.ORPHAN);
        ObjectNode kept = store.update(key, Json.at(old, "metadata", "resourceVersion"), marked);
        garbage.orphan(kept);
        Optional<ObjectNode> last = garbage.finish(kept, Garbage.ORPHAN);
        return last.map(left -> new Deleted(shown(left), store.get(key).isEmpty()))
                .orElseGet(() -> new Deleted(shown(kept), true));
    }

    private Deleted deleteInForeground(Call call, ObjectNode old) {
        Key key = Key.of(type.resource(), old);
        ObjectNode marked = old.deepCopy();
        Finalizers.add(marked, Garbage.FOREGROUND);
        ObjectNode kept = store.update(key, Json.at(old, "metadata", "resourceVersion"), marked(marked, 0));
        garbage.collect(call, kept);
        garbage.finishForeground(call, kept);
        return store.get(key)
                .map(left -> new Deleted(shown(left), false))
                .orElseGet(() -> new Deleted(shown(kept), true));
    }

    /** As one that is being deleted; of several times that it was given to end the shortest counts. */
    private ObjectNode marked(ObjectNode old, long grace) {
        ObjectNode marked = old.deepCopy();
        ObjectNode metadata = Json.child(marked, "metadata");
        if (!Metadata.isBeingDeleted(marked)
                || grace < metadata.path("deletionGracePeriodSeconds").asLong()) {
            String end = machinery
                    .clock()
                    .instant()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(grace)
                    .toString();
            metadata.put("deletionTimestamp", end).put("deletionGracePeriodSeconds", grace);
        }
        return marked;
    }

    private ObjectNode remove(Call call, Key key, String revision) {
        ObjectNode last = store.delete(key, revision);
        hooks.afterDelete(call, last);
        garbage.collect(call, last);
        garbage.finishForegroundOfOwners(call, last);
        return last;
    }

    private ObjectNode present(Call call, String name) {
        Key key = new Key(type.resource(), type.namespaced() ? call.namespace() : "", name);
        return named(name, () -> store.get(key)).orElseThrow(() -> StatusException.notFound(type, name));
    }

    private <T> T named(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw StatusException.of(e, type, name);
        }
    }

    private ObjectNode shown(ObjectNode object) {
        hooks.show(object);
        return object;
    }

    @Override
    public Optional<String> deprecation() {
        return kind.deprecation();
    }

    @Override
    public boolean keepsManagedFields() {
        return true;
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new HashMap<>(Resource.super.fields(object));
        fields.putAll(kind.fields(object));
        return fields;
    }

    @Override
    public List<ObjectNode> tableOrder(List<ObjectNode> objects) {
        return kind.tableOrder(objects);
    }
}
