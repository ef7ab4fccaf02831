package dev.s2ioc.cluster.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.LocalCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole cluster on a small disk that fills up: objects, uploads of builds, blobs. Needs the right to mount. */
@Timeout(300)
class FullDiskClusterTest {
    private static final String MAPS = "/api/v1/namespaces/myproject/configmaps";
    private static final String BUILD_API = "/apis/build.openshift.io/v1/namespaces/myproject/";

    @TempDir
    Path directory;

    private Path mount;
    private LocalCluster cluster;
    private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        mount = Files.createDirectory(directory.resolve("small"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", mount.toString()) == 0, "may not mount here");
        cluster = LocalCluster.start(new LocalCluster.Options(
                mount.resolve("cluster"),
                Optional.of(0),
                Optional.of(0),
                Optional.of("builtin"),
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()),
                Clock.systemUTC(),
                System.err));
        client = new ApiClient(cluster.server().toString(), cluster.certificateAuthority(), cluster.developerToken());
    }

    @AfterEach
    void stop() throws Exception {
        if (cluster != null) {
            client.close();
            cluster.close();
            // Lazily: a build that was under way may still hold a file.
            run("umount", "-l", mount.toString());
        }
    }

    @Test
    void objects_are_refused_until_there_is_room() throws Exception {
        client.post(MAPS, map("before"));
        Path ballast = fill();
        ApiClient.Refusal refusal = refusalOf("x".repeat(200_000));
        JsonNode status = ApiClient.MAPPER.readTree(refusal.getMessage().substring(4));
        assertEquals("InsufficientStorage", status.path("reason").asText());
        assertEquals(
                "the disk with the cluster's data is full: nothing was changed; make room, then try again",
                status.path("message").asText());
        assertEquals(
                "before",
                client.get(MAPS + "/before").path("metadata").path("name").asText());
        Files.delete(ballast);
        client.post(MAPS, map("after"));
        assertEquals(
                "after",
                client.get(MAPS + "/after").path("metadata").path("name").asText());
    }

    /** SQLite may have some room of its own left. */
    private ApiClient.Refusal refusalOf(String text) throws IOException {
        for (int i = 0; i < 200; i++) {
            try {
                client.post(
                        MAPS,
                        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"big-" + i
                                + "\"},\"data\":{\"text\":\"" + text + "\"}}");
            } catch (ApiClient.Refusal e) {
                assertEquals(507, e.code, e::getMessage);
                return e;
            }
        }
        throw new AssertionError("the disk does not get full");
    }

    @Test
    void a_blob_is_refused_and_the_upload_can_go_on() throws Exception {
        String blobs = "http://" + cluster.registry() + "/v2/myproject/app/blobs/uploads/";
        byte[] content = new byte[3 << 20];
        new Random(1).nextBytes(content);
        String digest = "sha256:"
                + java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(content));
        String upload = "http://" + cluster.registry()
                + send("POST", blobs, new byte[0])
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        Path ballast = fill();
        assertEquals(507, send("PATCH", upload, content).statusCode());
        Files.delete(ballast);
        String range =
                send("GET", upload, new byte[0]).headers().firstValue("Range").orElseThrow();
        long have;
        try (Stream<Path> files = Files.walk(mount.resolve("cluster/registry/uploads"))) {
            have = files.filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow()
                    .toFile()
                    .length();
        }
        assertEquals("0-" + Math.max(0, have - 1), range, "what is said to be there is there");
        byte[] rest = java.util.Arrays.copyOfRange(content, (int) have, content.length);
        assertEquals(202, send("PATCH", upload, rest).statusCode());
        assertEquals(201, send("PUT", upload + "?digest=" + digest, new byte[0]).statusCode());
        assertEquals(
                content.length,
                send("GET", blobs.replace("uploads/", digest), new byte[0]).body().length);
    }

    @Test
    void an_upload_that_fills_the_disk_ends_its_build_and_leaves_the_room() throws Exception {
        client.post(
                "/apis/image.openshift.io/v1/namespaces/myproject/imagestreams",
                "{\"kind\":\"ImageStream\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\"app\"}}");
        client.post(BUILD_API + "buildconfigs", """
                {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"app"},
                 "spec":{"source":{"binary":{}},"strategy":{"dockerStrategy":{}},
                  "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}}}}
                """);
        client.upload(BUILD_API + "buildconfigs/app/instantiatebinary?asFile=Dockerfile", new byte[40 << 20]);
        JsonNode status = client.get(BUILD_API + "builds/app-1").path("status");
        for (int i = 0; status.path("completionTimestamp").isMissingNode(); i++) {
            assertTrue(i < 2400, status::toString);
            Thread.sleep(50);
            status = client.get(BUILD_API + "builds/app-1").path("status");
        }
        assertEquals("Failed", status.path("phase").asText(), status::toString);
        assertEquals("FetchSourceFailed", status.path("reason").asText(), status::toString);
        client.post(MAPS, map("after"));
        client.upload(BUILD_API + "buildconfigs/app/instantiatebinary?asFile=Dockerfile", "FROM scratch\n".getBytes());
    }

    private Path fill() throws IOException {
        Path ballast = mount.resolve("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] page = new byte[4096];
            assertThrows(IOException.class, () -> {
                while (true) {
                    out.write(page);
                }
            });
        }
        return ballast;
    }

    private HttpResponse<byte[]> send(String method, String address, byte[] body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Bearer " + cluster.developerToken())
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String map(String name) {
        return "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name + "\"}}";
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
}
