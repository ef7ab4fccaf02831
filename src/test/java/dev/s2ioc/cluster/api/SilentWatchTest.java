package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watches of things that do not change: they show that they live, and end when nobody listens. */
@Timeout(180)
class SilentWatchTest {
    private static final String WATCH =
            "/api/v1/namespaces/demo/configmaps?watch=true&resourceVersion=%d&timeoutSeconds=600";

    private TestCluster cluster;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory, machinery -> {}, Duration.ofMillis(100));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_watcher_that_left_is_noticed_although_nothing_happens() throws Exception {
        InputStream answer = cluster.stream(WATCH.formatted(cluster.store.revision()));
        assertEquals(' ', answer.read());
        assertEquals(1, cluster.server.waiting());
        answer.close();
        while (cluster.server.waiting() > 0) {
            Thread.sleep(20);
        }
    }

    @Test
    void events_after_a_silence_are_read_as_ever() throws Exception {
        InputStream answer = cluster.stream(WATCH.formatted(cluster.store.revision()));
        assertEquals(' ', answer.read());
        cluster.post("/api/v1/namespaces/demo/configmaps", "{\"metadata\":{\"name\":\"late\"}}");
        assertEquals("late", Json.at(Json.parse(line(answer)), "object", "metadata", "name"));
    }

    @Test
    void who_understands_bookmarks_gets_them() throws Exception {
        InputStream answer = cluster.stream(WATCH.formatted(cluster.store.revision()) + "&allowWatchBookmarks=true");
        assertEquals("BOOKMARK", Json.at(Json.parse(line(answer)), "type"));
    }

    private static String line(InputStream answer) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            return lines.readLine();
        }
    }
}
