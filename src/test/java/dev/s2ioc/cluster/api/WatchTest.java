package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Watches, as they come over the wire. */
@Timeout(180)
class WatchTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private TestCluster cluster;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_watch_tells_what_happens_after_a_revision() throws Exception {
        create("before", "");
        long from = cluster.store.revision();
        create("x", "");
        try (BufferedReader lines = watch("resourceVersion=" + from)) {
            assertEquals("ADDED x", line(lines));
            cluster.patch(MAPS + "/x", "merge-patch+json", "{\"data\":{\"a\":\"1\"}}");
            assertEquals("MODIFIED x", line(lines));
            cluster.delete(MAPS + "/x", "");
            assertEquals("DELETED x", line(lines));
        }
    }

    @Test
    void a_watch_from_anywhere_starts_with_what_is_there() throws Exception {
        create("a", "");
        create("b", "");
        try (BufferedReader lines = watch("")) {
            assertEquals(List.of("ADDED a", "ADDED b"), List.of(line(lines), line(lines)));
            create("c", "");
            assertEquals("ADDED c", line(lines));
        }
    }

    @Test
    void initial_events_end_with_a_bookmark() throws Exception {
        create("a", "");
        try (BufferedReader lines =
                watch("sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true")) {
            assertEquals("ADDED a", line(lines));
            JsonNode bookmark = Json.parse(lines.readLine());
            assertEquals("BOOKMARK", Json.at(bookmark, "type"));
            assertEquals("true", Json.at(bookmark, "object", "metadata", "annotations", "k8s.io/initial-events-end"));
        }
    }

    @Test
    void with_a_selector_objects_come_and_go_by_their_labels() throws Exception {
        long from = cluster.store.revision();
        try (BufferedReader lines = watch("labelSelector=app%3Dx&resourceVersion=" + from)) {
            create("other", "");
            create("x", "\"app\":\"x\"");
            assertEquals("ADDED x", line(lines));
            cluster.patch(MAPS + "/x", "merge-patch+json", "{\"metadata\":{\"labels\":{\"app\":\"y\"}}}");
            assertEquals("DELETED x", line(lines));
            cluster.patch(MAPS + "/x", "merge-patch+json", "{\"metadata\":{\"labels\":{\"app\":\"x\"}}}");
            assertEquals("ADDED x", line(lines));
        }
    }

    @Test
    void the_time_ends_a_watch_cleanly() throws Exception {
        long from = cluster.store.revision();
        try (BufferedReader lines = watch("timeoutSeconds=1&resourceVersion=" + from)) {
            assertNull(lines.readLine());
        }
    }

    @Test
    void a_revision_that_is_forgotten_is_gone() throws Exception {
        create("a", "");
        cluster.store.compact(cluster.store.revision());
        try (BufferedReader lines = watch("resourceVersion=1")) {
            JsonNode error = Json.parse(lines.readLine());
            assertEquals("ERROR", Json.at(error, "type"));
            assertEquals("410 Expired", error.at("/object/code") + " " + Json.at(error, "object", "reason"));
            assertNull(lines.readLine());
        }
    }

    @Test
    void a_table_watch_defines_its_columns_once() throws Exception {
        long from = cluster.store.revision();
        create("a", "");
        create("b", "");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                cluster.stream(
                        MAPS + "?watch=true&resourceVersion=" + from,
                        "Accept",
                        "application/json;as=Table;v=v1;g=meta.k8s.io"),
                StandardCharsets.UTF_8))) {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                JsonNode table = Json.parse(lines.readLine()).path("object");
                rows.add(table.path("columnDefinitions").size() + " "
                        + table.at("/rows/0/cells/0").asText());
            }
            assertEquals(List.of("3 a", "0 b"), rows);
        }
    }

    @Test
    void a_server_that_stops_ends_its_watches() throws Exception {
        try (BufferedReader lines = watch("resourceVersion=" + cluster.store.revision())) {
            cluster.server.close();
            assertNull(lines.readLine());
        }
    }

    private BufferedReader watch(String query) throws IOException, InterruptedException {
        return new BufferedReader(
                new InputStreamReader(cluster.stream(MAPS + "?watch=true&" + query), StandardCharsets.UTF_8));
    }

    private static String line(BufferedReader lines) throws IOException {
        JsonNode event = Json.parse(lines.readLine());
        return Json.at(event, "type") + " " + Json.at(event, "object", "metadata", "name");
    }

    private void create(String name, String labels) {
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"%s\",\"labels\":{%s}}}".formatted(name, labels));
    }
}
