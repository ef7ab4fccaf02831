package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history stays within its bounds by itself, however many and however large the writes. */
class HistoryTest {
    private static final Key KEY = new Key("things", "ns", "rewritten");

    @TempDir
    Path directory;

    @Test
    void many_writes_push_the_oldest_out() {
        try (Store store = Store.open(directory.resolve("cluster.db"), new History(300, 1 << 30))) {
            write(store, 2000, 1);
            assertThrows(StoreException.class, () -> store.watch("things", "ns", 100));
            assertEquals(
                    StoreException.Kind.EXPIRED,
                    assertThrows(StoreException.class, () -> store.watch("things", "ns", 1000))
                            .kind());
            store.watch("things", "ns", store.revision() - 300);
        }
    }

    @Test
    void large_writes_do_not_make_the_file_grow_without_end() throws Exception {
        Path file = directory.resolve("cluster.db");
        try (Store store = Store.open(file, new History(10_000, 2 << 20))) {
            Watch late = store.watch("things", "ns", store.revision());
            write(store, 200, 100_000);
            assertTrue(
                    Files.size(file) < 8 << 20,
                    () -> "the file has grown to " + file.toFile().length());
            StoreException expired = assertThrows(StoreException.class, () -> {
                while (late.next(Duration.ofMillis(1)).isPresent()) {
                    // Until what is gone is missed.
                }
            });
            assertEquals(StoreException.Kind.EXPIRED, expired.kind());
            Watch present = store.watch("things", "ns", store.revision());
            write(store, 1, 100_000);
            assertTrue(present.next(Duration.ofSeconds(60)).isPresent());
        }
    }

    private static void write(Store store, int times, int size) {
        for (int i = 0; i < times; i++) {
            ObjectNode object = Json.object();
            object.putObject("metadata").put("name", "rewritten");
            object.put("text", "x".repeat(size)).put("number", store.revision());
            if (store.get(KEY).isEmpty()) {
                store.create(KEY, object);
            } else {
                store.update(KEY, old -> object);
            }
        }
    }
}
