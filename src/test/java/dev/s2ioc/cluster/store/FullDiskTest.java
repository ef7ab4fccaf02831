package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: writes fail with a word, nothing is half, reading goes on, and so does writing when there is room again. */
class FullDiskTest {
    @TempDir
    Path directory;

    @Test
    void a_full_file_system() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount.toString()) == 0);
        try {
            Path ballast = Files.write(mount.resolve("ballast"), new byte[1 << 20]);
            Path file = mount.resolve("cluster.db");
            try (Store store = Store.open(file)) {
                fillAndGoOn(store, () -> Files.delete(ballast));
            }
            requireWhole(file);
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    private interface Room {
        void make() throws IOException;
    }

    private static void fillAndGoOn(Store store, Room room) throws Exception {
        List<String> written = new ArrayList<>();
        StoreException full = null;
        for (int i = 0; full == null; i++) {
            try {
                store.create(key(i), object(i));
                written.add(Integer.toString(i));
            } catch (StoreException e) {
                full = e;
            }
        }
        assertEquals(StoreException.Kind.FULL, full.kind(), full::toString);
        assertEquals(
                "the disk with the cluster's data is full: nothing was changed; make room, then try again",
                full.getMessage());
        assertTrue(written.size() > 10, written::toString);
        long revision = store.revision();
        StoreException again = assertThrows(StoreException.class, () -> store.create(key(-1), object(-1)));
        assertEquals(StoreException.Kind.FULL, again.kind());
        assertEquals(written.size(), store.list("things", "ns").size());
        assertEquals(written.size() + 1, revision);
        Watch watch = store.watch("things", "ns", revision);

        room.make();
        ObjectNode after = store.create(key(written.size()), object(written.size()));
        assertEquals(Long.toString(revision + 1), Json.at(after, "metadata", "resourceVersion"));
        Optional<Event> event = watch.next(Duration.ofSeconds(60));
        assertEquals(revision + 1, event.orElseThrow().revision());
        assertEquals(written.size() + 1, store.list("things", "ns").size());
    }

    private static void requireWhole(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet rows = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
            assertEquals("ok", rows.getString(1));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static Key key(int number) {
        return new Key("things", "ns", "object-" + number);
    }

    private static ObjectNode object(int number) {
        ObjectNode object = Json.object();
        object.putObject("metadata").put("name", "object-" + number);
        return object.put("text", "x".repeat(20_000));
    }
}
