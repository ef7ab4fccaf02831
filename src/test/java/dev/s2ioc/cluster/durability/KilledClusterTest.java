package dev.s2ioc.cluster.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster's process is killed at random moments while clients write and builds run, again and again. After each start, what
 * was answered is there, nothing is half, and revisions go on rising. {@code -Ds2ioc.kills=N} kills it N times, not two.
 */
@Timeout(3600)
class KilledClusterTest {
    private static final int ROUNDS = Integer.getInteger("s2ioc.kills", 2);
    private static final int CLIENTS = 4;
    /** So many objects are written in each round at least, however busy the machine is. */
    private static final int LEAST = 11;

    private static final String MAPS = "/api/v1/namespaces/myproject/configmaps";
    private static final String BUILD_API = "/apis/build.openshift.io/v1/namespaces/myproject/";
    private static final Set<String> ENDS = Set.of("Complete", "Error", "Failed", "Cancelled");

    @TempDir
    Path home;

    /** By name, the revision that was answered last. */
    private final Map<String, Long> answered = new ConcurrentSkipListMap<>();

    @Test
    void nothing_that_was_answered_is_lost() throws Exception {
        Random random = new Random();
        long newest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (ServedCluster cluster = ServedCluster.start(home)) {
                newest = requireAll(cluster, newest);
                requireEnded(cluster);
                requireTidy(round > 0);
                if (round == 0) {
                    prepareBuilds(cluster);
                }
                writeUntilKilled(cluster, round, 300 + random.nextInt(1500));
            }
        }
        try (ServedCluster cluster = ServedCluster.start(home)) {
            requireAll(cluster, newest);
            requireEnded(cluster);
            requireTidy(true);
        }
        System.out.println(
                "KilledClusterTest: " + ROUNDS + " kills, " + answered.size() + " answered objects, all there");
    }

    private static void prepareBuilds(ServedCluster cluster) throws IOException {
        cluster.client()
                .post(
                        "/apis/image.openshift.io/v1/namespaces/myproject/imagestreams",
                        "{\"kind\":\"ImageStream\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\"app\"}}");
        cluster.client().post(BUILD_API + "buildconfigs", """
                {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"app"},
                 "spec":{"runPolicy":"Parallel","source":{"dockerfile":"FROM scratch\\nLABEL a=b\\n"},
                  "strategy":{"dockerStrategy":{}},
                  "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}}}}
                """);
    }

    private void writeUntilKilled(ServedCluster cluster, int round, int millis) throws Exception {
        List<Future<?>> tasks = new ArrayList<>();
        Semaphore written = new Semaphore(0);
        boolean enough;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                String name = "map-" + round + "-" + client + "-";
                tasks.add(clients.submit(() -> write(cluster, name, written)));
            }
            tasks.add(clients.submit(() -> build(cluster)));
            Thread.sleep(millis);
            enough = written.tryAcquire(LEAST, 10, TimeUnit.MINUTES);
            cluster.kill();
        }
        assertTrue(enough, () -> "only " + answered.size() + " writes were answered");
        for (Future<?> task : tasks) {
            task.get();
        }
    }

    /** Creates and changes objects until the connection breaks. */
    private void write(ServedCluster cluster, String prefix, Semaphore written) {
        try {
            for (int i = 0; ; i++) {
                String name = prefix + i;
                String start = "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name
                        + "\"},\"data\":{\"text\":\"" + "x".repeat(500) + "\",\"n\":\"";
                answered.put(name, revision(cluster.client().post(MAPS, start + "1\"}}")));
                written.release();
                answered.put(name, revision(cluster.client().put(MAPS + "/" + name, start + "2\"}}")));
            }
        } catch (IOException e) {
            // Killed, as it should be.
        }
    }

    private static void build(ServedCluster cluster) {
        try {
            while (true) {
                cluster.client()
                        .post(
                                BUILD_API + "buildconfigs/app/instantiate",
                                "{\"kind\":\"BuildRequest\",\"apiVersion\":\"build.openshift.io/v1\","
                                        + "\"metadata\":{\"name\":\"app\"}}");
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // Killed, as it should be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long requireAll(ServedCluster cluster, long newest) throws IOException {
        JsonNode list = cluster.client().get(MAPS);
        Map<String, Long> found = new TreeMap<>();
        for (JsonNode item : list.path("items")) {
            assertEquals(
                    500, item.path("data").path("text").asText("x".repeat(500)).length(), "a half object");
            found.put(item.path("metadata").path("name").asText(), revision(item));
        }
        answered.forEach((name, revision) -> assertTrue(
                found.getOrDefault(name, 0L) >= revision,
                () -> name + " was answered at " + revision + " and is lost"));
        long now = revision(list);
        long highest =
                answered.values().stream().mapToLong(Long::longValue).max().orElse(0);
        assertTrue(now >= highest && now >= newest, () -> "the revision went back to " + now);
        return now;
    }

    /** Builds of before have ended; none that had begun is taken up, and none is left behind. */
    private static void requireEnded(ServedCluster cluster) throws Exception {
        for (int tries = 0; ; tries++) {
            long open = cluster.client()
                    .get(BUILD_API + "builds")
                    .path("items")
                    .valueStream()
                    .map(build -> build.path("status").path("phase").asText())
                    .filter(phase -> !ENDS.contains(phase))
                    .count();
            if (open == 0) {
                return;
            }
            assertTrue(tries < 2400, open + " builds do not end");
            Thread.sleep(50);
        }
    }

    private void requireTidy(boolean any) throws IOException {
        Path work = home.resolve("s2ioc/cluster/builds/work");
        if (any && Files.exists(work)) {
            try (Stream<Path> left = Files.list(work)) {
                assertEquals(0, left.count(), "directories of killed builds are left");
            }
        }
    }

    private static long revision(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asLong();
    }
}
