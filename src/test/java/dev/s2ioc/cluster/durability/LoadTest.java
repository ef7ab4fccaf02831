package dev.s2ioc.cluster.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.LocalCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many at once, over HTTP, against the whole local cluster. */
@Timeout(300)
class LoadTest {
    private static final String MAPS = "/api/v1/namespaces/myproject/configmaps";
    private static final String BUILD_API = "/apis/build.openshift.io/v1/namespaces/myproject/";
    private static final int WATCHERS = 100;
    private static final int WRITERS = 20;
    private static final int WRITES = 10;
    private static final int BUILDS = 100;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private LocalCluster cluster;
    private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        cluster = LocalCluster.start(new LocalCluster.Options(
                directory,
                Optional.of(0),
                Optional.of(0),
                Optional.of("builtin"),
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()),
                Clock.systemUTC(),
                System.err));
        client = new ApiClient(cluster.server().toString(), cluster.certificateAuthority(), cluster.developerToken());
    }

    @AfterEach
    void stop() {
        client.close();
        cluster.close();
        threads.shutdownNow();
    }

    @Test
    void twenty_writers_of_one_object_and_a_hundred_watchers() throws Exception {
        JsonNode created = client.post(
                MAPS,
                "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"contested\"},"
                        + "\"data\":{\"count\":\"0\"}}");
        String last = Integer.toString(WRITERS * WRITES);
        String watch = MAPS + "?watch=true&fieldSelector=metadata.name%3Dcontested&resourceVersion="
                + created.path("metadata").path("resourceVersion").asText();
        List<Future<List<String>>> watchers = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            watchers.add(threads.submit(seen(
                    watch,
                    event -> event.path("object")
                            .path("data")
                            .path("count")
                            .asText()
                            .equals(last))));
        }
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(this::count));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertEquals(
                last, client.get(MAPS + "/contested").path("data").path("count").asText());
        List<String> revisions = watchers.getFirst().get();
        assertEquals(WRITERS * WRITES, revisions.size());
        assertEquals(
                revisions.stream()
                        .distinct()
                        .sorted(java.util.Comparator.comparingLong(Long::parseLong))
                        .toList(),
                revisions);
        for (Future<List<String>> watcher : watchers) {
            assertEquals(revisions, watcher.get());
        }
    }

    private Void count() throws IOException {
        int done = 0;
        while (done < WRITES) {
            ObjectNode object = (ObjectNode) client.get(MAPS + "/contested");
            int count = object.path("data").path("count").asInt();
            object.putObject("data").put("count", Integer.toString(count + 1));
            try {
                client.put(MAPS + "/contested", object.toString());
                done++;
            } catch (ApiClient.Refusal e) {
                assertEquals(409, e.code, e::getMessage);
            }
        }
        return null;
    }

    /** The revisions of the events of a watch, up to the one that is the last. */
    private Callable<List<String>> seen(String path, Predicate<JsonNode> last) {
        return () -> {
            List<String> revisions = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.stream(path), StandardCharsets.UTF_8))) {
                while (true) {
                    JsonNode event = ApiClient.MAPPER.readTree(lines.readLine());
                    assertEquals("MODIFIED", event.path("type").asText(), event::toString);
                    revisions.add(event.path("object")
                            .path("metadata")
                            .path("resourceVersion")
                            .asText());
                    if (last.test(event)) {
                        return revisions;
                    }
                }
            }
        };
    }

    @Test
    void a_hundred_builds_of_one_configuration() throws Exception {
        client.post(
                "/apis/image.openshift.io/v1/namespaces/myproject/imagestreams",
                "{\"kind\":\"ImageStream\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\"app\"}}");
        client.post(BUILD_API + "buildconfigs", """
                {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"app"},
                 "spec":{"runPolicy":"Serial","successfulBuildsHistoryLimit":1000,
                  "source":{"dockerfile":"FROM scratch\\nLABEL a=b\\n"},
                  "strategy":{"dockerStrategy":{}},
                  "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}}}}
                """);
        String from = client.get(BUILD_API + "builds")
                .path("metadata")
                .path("resourceVersion")
                .asText();
        CountDownLatch watching = new CountDownLatch(1);
        Future<Set<String>> complete = threads.submit(() -> complete(from, watching));
        watching.await();
        List<Future<?>> requests = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            requests.add(
                    threads.submit(
                            () -> client.post(
                                    BUILD_API + "buildconfigs/app/instantiate",
                                    "{\"kind\":\"BuildRequest\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"app\"}}")));
        }
        for (Future<?> request : requests) {
            request.get();
        }
        Set<String> expected = new HashSet<>();
        for (int i = 1; i <= BUILDS; i++) {
            expected.add("app-" + i);
        }
        assertEquals(expected, complete.get());
        assertEquals(
                BUILDS,
                client.get(BUILD_API + "buildconfigs/app")
                        .path("status")
                        .path("lastVersion")
                        .asInt());
    }

    /** Watches until all builds are complete; never are two of them under way. */
    private Set<String> complete(String from, CountDownLatch watching) throws Exception {
        Set<String> active = new HashSet<>();
        Set<String> complete = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                client.stream(BUILD_API + "builds?watch=true&resourceVersion=" + from), StandardCharsets.UTF_8))) {
            watching.countDown();
            while (complete.size() < BUILDS) {
                JsonNode build = ApiClient.MAPPER.readTree(lines.readLine()).path("object");
                String name = build.path("metadata").path("name").asText();
                switch (build.path("status").path("phase").asText()) {
                    case "New" -> {}
                    case "Pending", "Running" -> active.add(name);
                    case "Complete" -> {
                        active.remove(name);
                        complete.add(name);
                    }
                    default -> throw new AssertionError(build.path("status").toString());
                }
                assertTrue(active.size() <= 1, () -> "at the same time: " + active);
            }
        }
        return complete;
    }
}
