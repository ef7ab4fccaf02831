package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Namespaces come with their service accounts, and go with everything in them. */
public final class NamespaceResource implements Resource {
    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "openshift");
    private static final int RETRY_MILLIS = 200;

    private final Machinery machinery;
    private final Store store;
    private final StoredResource stored;

    public NamespaceResource(Machinery machinery) {
        this.machinery = machinery;
        this.store = machinery.store();
        this.stored = new StoredResource(machinery, new NamespaceKind(), new Hooks() {
            @Override
            public void beforeCreate(Call call, ObjectNode namespace) {
                NamespaceUsers.allocate(namespace, machinery.store());
            }

            @Override
            public void afterCreate(Call call, ObjectNode namespace) {
                new StandingAccounts(machinery).addTo(Json.at(namespace, "metadata", "name"));
            }
        });
    }

    /** What is written on its own: the status, and who has to agree before a namespace goes. */
    List<Subresource> parts() {
        return List.of(
                PartSubresource.status(stored),
                new PartSubresource("finalize", new ObjectPart(stored, "spec", EnumSet.of(Verb.update))));
    }

    /** Makes a namespace of the cluster's own if it is not there yet. */
    void ensure(String name) {
        if (store.get(key(name)).isEmpty()) {
            ObjectNode namespace = Json.object();
            namespace.putObject("metadata").put("name", name);
            create(Call.internal(""), namespace);
        }
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        ObjectNode namespace = get(call, name);
        if (IMMORTAL.contains(name)) {
            throw StatusException.forbidden(type(), name, "this namespace may not be deleted");
        }
        options.requirePreconditions(type(), namespace);
        if (call.dryRun()) {
            return new Deleted(namespace, false);
        }
        ObjectNode marked = store.update(key(name), this::terminating);
        Thread.ofVirtual().name("namespace " + name).start(() -> purge(name));
        return new Deleted(marked, false);
    }

    private ObjectNode terminating(ObjectNode namespace) {
        if (!Metadata.isBeingDeleted(namespace)) {
            Json.child(namespace, "metadata").put("deletionTimestamp", machinery.now());
        }
        Json.child(namespace, "status").put("phase", "Terminating");
        return namespace;
    }

    /** Goes on with the deletions that an earlier process did not finish; namespaces of older clusters get what new ones have. */
    void resume() {
        for (ObjectNode namespace : store.list(type().resource(), "")) {
            store.update(key(Json.at(namespace, "metadata", "name")), present -> {
                NamespaceUsers.allocate(present, store);
                return present;
            });
            if (Metadata.isBeingDeleted(namespace)) {
                String name = Json.at(namespace, "metadata", "name");
                Thread.ofVirtual().name("namespace " + name).start(() -> purge(name));
            }
        }
    }

    private void purge(String name) {
        try {
            for (List<Key> left = store.keysIn(name); !left.isEmpty(); left = store.keysIn(name)) {
                left.forEach(this::remove);
                if (!store.keysIn(name).isEmpty()) {
                    Thread.sleep(RETRY_MILLIS);
                }
            }
            stored.updatePart(Call.internal(""), name, NamespaceResource::withoutContent);
        } catch (StatusException e) {
            // Another deletion of the same namespace was faster.
            if (e.code() != 404) {
                throw e;
            }
        } catch (StoreException e) {
            // The server stops; resumed at the next start.
            if (e.kind() != StoreException.Kind.CLOSED) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode withoutContent(ObjectNode namespace) {
        Finalizers.drop(Json.items(Json.child(namespace, "spec"), "finalizers"), NamespaceKind.CONTENT);
        return namespace;
    }

    private void remove(Key key) {
        try {
            var resource = machinery.kinds().find(key.resource());
            if (resource.isPresent()) {
                resource.get().delete(Call.internal(key.namespace()), key.name(), DeleteOptions.BACKGROUND);
            } else {
                store.delete(key);
            }
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private static Key key(String name) {
        return new Key(NamespaceKind.TYPE.resource(), "", name);
    }

    @Override
    public Type type() {
        return stored.type();
    }

    @Override
    public Set<Verb> verbs() {
        Set<Verb> verbs = Verb.all();
        verbs.remove(Verb.deletecollection);
        return verbs;
    }

    @Override
    public List<Column> columns() {
        return stored.columns();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return stored.get(call, name);
    }

    @Override
    public Listing list(Call call, Page page) {
        return stored.list(call, page);
    }

    @Override
    public Watch watch(Call call, long fromRevision) {
        return stored.watch(call, fromRevision);
    }

    @Override
    public ObjectNode create(Call call, ObjectNode object) {
        return stored.create(call, object);
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        return stored.update(call, name, change);
    }

    @Override
    public boolean keepsManagedFields() {
        return true;
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        return Map.of(
                "metadata.name", Json.at(object, "metadata", "name"),
                "metadata.namespace", "",
                "status.phase", Json.at(object, "status", "phase"),
                "name", Json.at(object, "metadata", "name"));
    }
}
