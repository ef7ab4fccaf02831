package dev.s2ioc.cluster.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up name that is taken is made up again. */
class GeneratedNameTest {
    @Test
    void another_name_is_tried(@TempDir Path directory) {
        try (Store store = Store.open(directory.resolve("db"))) {
            assertEquals("role-1", created(store, Stream.of("1")));
            assertEquals("role-2", created(store, Stream.of("1", "1", "2")));
            assertEquals(
                    "AlreadyExists",
                    assertThrows(StatusException.class, () -> created(store, Stream.generate(() -> "1")))
                            .reason());
        }
    }

    private static String created(Store store, Stream<String> suffixes) {
        Iterator<String> next = suffixes.iterator();
        Machinery machinery = new Machinery(store, new Kinds(), InstantSource.system());
        StoredResource roles = new StoredResource(
                machinery, new RoleKind(RoleKind.CLUSTER_TYPE), Hooks.NONE, prefix -> prefix + next.next());
        ObjectNode role = Json.object();
        role.putObject("metadata").put("generateName", "role-");
        return Json.at(roles.create(Call.internal(""), role), "metadata", "name");
    }
}
