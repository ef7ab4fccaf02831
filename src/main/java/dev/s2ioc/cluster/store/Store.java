package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The cluster's objects and their history, in one SQLite file. Every write takes the next revision of one counter, is on disk
 * before it is answered, and reaches each watcher once and in order. What is given out is the caller's own copy (watch events
 * excepted).
 */
public final class Store implements AutoCloseable {
    private static final int BATCH = 500;
    private static final History HISTORY = new History(10_000, 64L << 20);

    private final Database database;
    private final Recent recent;
    private final History history;
    /** What the write in progress adds to the history; and what was added since the history was last measured. */
    private long added;

    private long unmeasured;

    private Store(Database database, History history) {
        this.database = database;
        this.history = history;
        this.recent = new Recent(database.read(connection -> Tables.counter(connection, "revision")));
    }

    /** Opens the file, making it when it is missing. One process at a time. */
    public static Store open(Path file) {
        return open(file, HISTORY);
    }

    /** Keeps so many events for watchers that come back late, and a few more. */
    static Store open(Path file, History history) {
        return new Store(new Database(file), history);
    }

    public long revision() {
        return recent.latest();
    }

    public Optional<ObjectNode> get(Key key) {
        return database.read(connection -> Tables.get(connection, key));
    }

    /** All objects of a resource, by namespace and name; an empty namespace means all of them. */
    public List<ObjectNode> list(String resource, String namespace) {
        return list(resource, namespace, Page.ALL).items();
    }

    public Listing list(String resource, String namespace, Page page) {
        return database.read(connection -> {
            long latest = Tables.counter(connection, "revision");
            long revision = page.revision().orElse(latest);
            requireHistory(connection, revision, latest);
            return Snapshot.read(connection, resource, namespace, revision, revision == latest, page);
        });
    }

    /** Writes a new object; fails with EXISTS. The answer carries its resourceVersion. */
    public ObjectNode create(Key key, ObjectNode object) {
        return write(connection -> {
            if (Tables.get(connection, key).isPresent()) {
                throw new StoreException(Kind.EXISTS, key + " already exists");
            }
            return put(connection, Event.Type.ADDED, key, object, Optional.empty());
        });
    }

    /** Replaces an object that still has the given resourceVersion; fails with CONFLICT or MISSING. */
    public ObjectNode update(Key key, String resourceVersion, ObjectNode object) {
        return write(connection -> {
            ObjectNode old = require(connection, key);
            if (!revisionOf(old).equals(resourceVersion)) {
                throw new StoreException(Kind.CONFLICT, key + " has been modified");
            }
            ObjectNode unchanged = object.deepCopy();
            Json.child(unchanged, "metadata").put("resourceVersion", resourceVersion);
            if (unchanged.equals(old)) {
                return new Event(Event.Type.MODIFIED, 0, key, old, Optional.of(old));
            }
            return put(connection, Event.Type.MODIFIED, key, object, Optional.of(old));
        });
    }

    /**
     * Changes an object by a function of its newest state, and again when another writer was faster. The function may change
     * its argument; it must not have other effects. Fails with MISSING.
     */
    public ObjectNode update(Key key, UnaryOperator<ObjectNode> change) {
        while (true) {
            ObjectNode old = get(key).orElseThrow(() -> missing(key));
            String revision = revisionOf(old);
            try {
                return update(key, revision, change.apply(old));
            } catch (StoreException e) {
                if (e.kind() != Kind.CONFLICT) {
                    throw e;
                }
            }
        }
    }

    /** Removes an object and answers its last state; fails with MISSING. */
    public ObjectNode delete(Key key) {
        return write(connection -> remove(connection, key, require(connection, key)));
    }

    /** Removes an object that still has the given resourceVersion; fails with CONFLICT or MISSING. */
    public ObjectNode delete(Key key, String resourceVersion) {
        return write(connection -> {
            ObjectNode old = require(connection, key);
            if (!revisionOf(old).equals(resourceVersion)) {
                throw new StoreException(Kind.CONFLICT, key + " has been modified");
            }
            return remove(connection, key, old);
        });
    }

    /** The objects whose JSON contains a text: a cheap first sieve for references by uid. */
    public List<Key> mentioning(String text) {
        return database.read(connection -> Tables.mentioning(connection, text));
    }

    /** Where everything in a namespace is. */
    public List<Key> keysIn(String namespace) {
        return database.read(connection -> Tables.keysIn(connection, namespace));
    }

    /** Watches a resource from just after a revision; an empty namespace means all. Fails with EXPIRED. */
    public Watch watch(String resource, String namespace, long fromRevision) {
        return watch(Set.of(resource), namespace, fromRevision);
    }

    /** Watches several resources as one. */
    public Watch watch(Set<String> resources, String namespace, long fromRevision) {
        database.read(connection -> {
            requireHistory(connection, fromRevision, Tables.counter(connection, "revision"));
            return fromRevision;
        });
        return new Cursor(resources, namespace, fromRevision, recent, this::stored);
    }

    /** Forgets the history up to a revision: watches and pages from before it are EXPIRED. */
    public void compact(long revision) {
        database.write(
                connection -> {
                    compact(connection, revision);
                    return revision;
                },
                done -> {});
    }

    private static void compact(Connection connection, long revision) throws SQLException {
        if (revision > Tables.counter(connection, "compacted")) {
            Tables.dropEventsUpTo(connection, revision);
            Tables.setCounter(connection, "compacted", revision);
        }
    }

    private List<Event> stored(long after) {
        return database.read(connection -> {
            requireHistory(connection, after, Tables.counter(connection, "revision"));
            return Tables.eventsAfter(connection, after, BATCH);
        });
    }

    /** A revision from the future belongs to another store's life: whoever comes with one has to list again, too. */
    private static void requireHistory(Connection connection, long revision, long latest) throws SQLException {
        long compacted = Tables.counter(connection, "compacted");
        if (revision < compacted || revision > latest) {
            throw new StoreException(
                    Kind.EXPIRED, "too old resource version: " + revision + " (" + Math.max(compacted, 1) + ")");
        }
    }

    private ObjectNode write(Database.Work<Event> work) {
        Event written = database.write(work, event -> {
            if (event.revision() > 0) {
                recent.add(event, added);
            }
        });
        return written.object().deepCopy();
    }

    private Event put(Connection connection, Event.Type type, Key key, ObjectNode object, Optional<ObjectNode> old)
            throws SQLException {
        Event event = next(connection, type, key, object, old);
        Tables.put(connection, key, event.revision(), event.object());
        return event;
    }

    private Event remove(Connection connection, Key key, ObjectNode old) throws SQLException {
        Tables.remove(connection, key);
        return next(connection, Event.Type.DELETED, key, old, Optional.of(old));
    }

    private Event next(Connection connection, Event.Type type, Key key, ObjectNode object, Optional<ObjectNode> old)
            throws SQLException {
        long revision = Tables.counter(connection, "revision") + 1;
        ObjectNode stamped = object.deepCopy();
        Json.child(stamped, "metadata").put("resourceVersion", Long.toString(revision));
        Event event = new Event(type, revision, key, stamped, old);
        added = Tables.append(connection, event);
        unmeasured += added;
        Tables.setCounter(connection, "revision", revision);
        if (revision % BATCH == 0 || unmeasured > history.bytes() / 4) {
            unmeasured = 0;
            long tooLarge = Tables.revisionBefore(connection, history.bytes());
            compact(connection, Math.max(revision - history.events(), tooLarge));
        }
        return event;
    }

    private static ObjectNode require(Connection connection, Key key) throws SQLException {
        return Tables.get(connection, key).orElseThrow(() -> missing(key));
    }

    private static StoreException missing(Key key) {
        return new StoreException(Kind.MISSING, key + " is not there");
    }

    private static String revisionOf(ObjectNode object) {
        return Json.at(object, "metadata", "resourceVersion");
    }

    @Override
    public void close() {
        recent.close();
        database.close();
    }
}
