package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier and later versions. */
class SchemaTest {
    private static final Key KEY = new Key("configmaps", "demo", "kept");

    @TempDir
    Path directory;

    /** The file is kept for all times: what was written by the first version must be read by every later one. */
    @Test
    void a_file_of_the_first_version_is_read_and_written_on() throws Exception {
        Path file = directory.resolve("cluster.db");
        Files.copy(Path.of("src/test/resources/store/schema-1.db"), file);
        try (Store store = Store.open(file)) {
            assertEquals(5, store.revision());
            assertEquals(1, store.list("configmaps", "demo").size());
            assertEquals("2", Json.at(store.get(KEY).orElseThrow(), "data", "v"));
            Watch watch = store.watch("configmaps", "demo", 1);
            store.update(KEY, old -> old.put("new", true));
            List<Long> revisions = new ArrayList<>();
            while (revisions.size() < 5) {
                revisions.add(watch.next(Duration.ofSeconds(60)).orElseThrow().revision());
            }
            assertEquals(List.of(2L, 3L, 4L, 5L, 6L), revisions);
        }
    }

    @Test
    void a_file_of_an_earlier_version_is_brought_up_to_date() {
        Path file = directory.resolve("cluster.db");
        try (Store store = Store.open(file)) {
            store.create(KEY, Json.object().put("kind", "ConfigMap"));
        }
        new Database(file, later("UPDATE counters SET value = 77 WHERE name = 'revision'")).close();
        try (Database database = new Database(file, later("this step has been made already"))) {
            long revision = database.read(connection -> Tables.counter(connection, "revision"));
            assertEquals(77, revision);
            assertEquals(
                    "ConfigMap",
                    Json.at(
                            database.read(connection -> Tables.get(connection, KEY))
                                    .orElseThrow(),
                            "kind"));
        }
    }

    @Test
    void a_step_that_fails_leaves_the_file_as_it_was() {
        Path file = directory.resolve("cluster.db");
        Store.open(file).close();
        Schema broken = later("UPDATE counters SET value = 77; this is no SQL");
        assertThrows(StoreException.class, () -> new Database(file, broken));
        try (Store store = Store.open(file)) {
            assertEquals(1, store.revision());
        }
    }

    @Test
    void a_file_of_a_later_version_is_left_alone() {
        Path file = directory.resolve("cluster.db");
        new Database(file, later("UPDATE counters SET value = 77")).close();
        assertEquals(
                file + " was written by a newer version (schema 2, this program knows 1)",
                assertThrows(StoreException.class, () -> Store.open(file)).getMessage());
    }

    private static Schema later(String step) {
        return new Schema(
                Stream.concat(Schema.PRESENT.steps().stream(), Stream.of(step)).toList());
    }
}
