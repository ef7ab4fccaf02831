package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects, revisions, pages and watches of the store. */
class StoreTest {
    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(directory.resolve("cluster.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_write_takes_the_next_revision_and_is_read_back() {
        ObjectNode created = store.create(key("a"), object("a", 1));
        assertEquals("2", Json.at(created, "metadata", "resourceVersion"));
        assertEquals(Optional.of(created), store.get(key("a")));
        ObjectNode updated = store.update(key("a"), "2", object("a", 2));
        assertEquals("3", Json.at(updated, "metadata", "resourceVersion"));
        store.delete(key("a"));
        assertEquals(Optional.empty(), store.get(key("a")));
        assertEquals(4, store.revision());
    }

    @Test
    void writes_that_cannot_be_say_why_and_change_nothing() {
        store.create(key("a"), object("a", 1));
        assertEquals(StoreException.Kind.EXISTS, refusal(() -> store.create(key("a"), object("a", 2))));
        assertEquals(StoreException.Kind.MISSING, refusal(() -> store.delete(key("b"))));
        assertEquals(StoreException.Kind.CONFLICT, refusal(() -> store.update(key("a"), "1", object("a", 2))));
        assertEquals(StoreException.Kind.CONFLICT, refusal(() -> store.delete(key("a"), "1")));
        assertEquals(2, store.revision());
    }

    @Test
    void an_update_that_changes_nothing_takes_no_revision() {
        ObjectNode created = store.create(key("a"), object("a", 1));
        assertEquals(created, store.update(key("a"), "2", object("a", 1)));
        assertEquals(2, store.revision());
    }

    @Test
    void pages_show_the_state_of_the_first_one_whatever_happens_meanwhile() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            store.create(key(name), object(name, 1));
        }
        Listing first = store.list("things", "ns", new Page(2, Optional.empty(), Optional.empty()));
        store.delete(key("c"));
        store.update(key("d"), old -> old.put("value", 9));
        store.create(key("cc"), object("cc", 1));
        Listing rest = store.list("things", "ns", new Page(0, first.next(), Optional.of(first.revision())));
        assertEquals(List.of("a 1", "b 1"), texts(first));
        assertEquals(3, first.remaining());
        assertEquals(List.of("c 1", "d 1", "e 1"), texts(rest));
        assertEquals(List.of("a 1", "b 1", "cc 1", "d 9", "e 1"), texts(store.list("things", "ns", Page.ALL)));
    }

    @Test
    void a_watch_gives_what_happened_since_and_what_happens_next() throws InterruptedException {
        store.create(key("a"), object("a", 1));
        Watch watch = store.watch("things", "ns", 1);
        store.create(new Key("others", "ns", "x"), object("x", 1));
        store.create(new Key("things", "elsewhere", "y"), object("y", 1));
        store.update(key("a"), "2", object("a", 2));
        store.delete(key("a"));
        assertEquals(List.of("ADDED 2 1", "MODIFIED 5 2", "DELETED 6 2"), drained(watch));
        assertEquals(6, watch.revision());
    }

    @Test
    void compacted_history_is_expired_for_watches_and_pages() {
        store.create(key("a"), object("a", 1));
        store.create(key("b"), object("b", 1));
        store.compact(2);
        assertEquals(StoreException.Kind.EXPIRED, refusal(() -> store.watch("things", "ns", 1)));
        assertEquals(
                StoreException.Kind.EXPIRED,
                refusal(() -> store.list("things", "ns", new Page(0, Optional.empty(), Optional.of(1L)))));
        assertEquals(StoreException.Kind.EXPIRED, refusal(() -> store.watch("things", "ns", 99)));
        assertEquals(List.of("a 1", "b 1"), texts(store.list("things", "ns", Page.ALL)));
    }

    @Test
    void everything_is_there_after_a_restart() throws InterruptedException {
        store.create(key("a"), object("a", 1));
        store.close();
        open();
        assertEquals(2, store.revision());
        assertEquals(List.of("ADDED 2 1"), drained(store.watch("things", "ns", 1)));
        store.create(key("b"), object("b", 1));
        assertEquals(List.of("a 1", "b 1"), texts(store.list("things", "", Page.ALL)));
    }

    @Test
    void a_second_opening_of_the_same_file_is_refused() {
        assertEquals(StoreException.Kind.BUSY, refusal(() -> Store.open(directory.resolve("cluster.db"))));
    }

    private static List<String> drained(Watch watch) throws InterruptedException {
        List<String> events = new ArrayList<>();
        for (Optional<Event> next = watch.next(Duration.ofMillis(1));
                next.isPresent();
                next = watch.next(Duration.ofMillis(1))) {
            Event event = next.get();
            events.add(event.type() + " " + event.revision() + " "
                    + event.object().path("value").asInt());
        }
        return events;
    }

    private static List<String> texts(Listing listing) {
        return listing.items().stream()
                .map(item -> Json.at(item, "metadata", "name") + " " + item.path("value"))
                .toList();
    }

    private static StoreException.Kind refusal(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(StoreException.class, work).kind();
    }

    private static Key key(String name) {
        return new Key("things", "ns", name);
    }

    private static ObjectNode object(String name, int value) {
        ObjectNode object = Json.object();
        object.putObject("metadata").put("name", name).put("namespace", "ns");
        return object.put("value", value);
    }
}
