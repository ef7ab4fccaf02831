package dev.s2ioc.cluster.registry;

import static dev.s2ioc.cluster.registry.Http.header;
import static dev.s2ioc.cluster.registry.Http.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the distribution specification 1.1 as its conformance suite does, where the other tests have not been. */
class DistributionTest {
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";
    private static final String UPLOADS = "/v2/demo/app/blobs/uploads/";
    private static final byte[] HELLO = bytes("hello, world");

    @TempDir
    Path directory;

    private final MemoryStreams streams = new MemoryStreams();
    private Registry registry;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        registry = Registry.start(directory, 0, streams, Instant.now());
        http = new Http(registry);
    }

    @AfterEach
    void stop() {
        http.close();
        registry.close();
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        String none = "sha256:" + "0".repeat(64);
        for (String method : new String[] {"GET", "HEAD", "DELETE"}) {
            assertEquals(404, status(method, "/v2/demo/app/blobs/" + none));
            assertEquals(404, status(method, "/v2/demo/app/manifests/" + none));
            assertEquals(404, status(method, "/v2/demo/app/manifests/.INVALID_MANIFEST_NAME"));
        }
        assertEquals(404, status("GET", UPLOADS + "00000000-0000-0000-0000-000000000000"));
        assertEquals(400, status("GET", "/v2/demo/app/blobs/sha256:abc"));
        assertEquals(400, status("GET", "/v2/demo/app/referrers/nonsense"));
        assertEquals(400, status("GET", "/v2/demo/a..b/tags/list"));
        assertEquals(404, status("GET", "/v2/demo/app/nothing"));
        assertEquals(405, status("PATCH", "/v2/demo/app/manifests/latest"));
    }

    private int status(String method, String path) throws Exception {
        return http.send(method, path, null).statusCode();
    }

    @Test
    void a_chunk_must_have_the_size_that_it_names() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        assertEquals(
                "400 {\"errors\":[{\"code\":\"SIZE_INVALID\",\"message\":\"the range 0-3 has 4 bytes, the request 12\"}]}",
                seen(http.send("PATCH", upload, HELLO, "Content-Range", "0-3")));
        assertEquals(
                416, http.send("PATCH", upload, HELLO, "Content-Range", "x").statusCode());
        assertEquals(
                416,
                http.send("PUT", upload + "?digest=" + Digest.of(HELLO), HELLO, "Content-Range", "5-16")
                        .statusCode());
        assertEquals("0-0", header(http.get(upload), "Range"));
        assertEquals(
                202, http.send("PATCH", upload, HELLO, "Content-Range", "0-11").statusCode());
        assertEquals(
                201,
                http.send("PUT", upload + "?digest=" + Digest.of(HELLO), new byte[0])
                        .statusCode());
    }

    @Test
    void sha512_is_a_digest_too() throws Exception {
        String digest = new Digest("0".repeat(128)).alike(HELLO).toString();
        assertEquals(
                201, http.send("POST", UPLOADS + "?digest=" + digest, HELLO).statusCode());
        assertEquals("200 hello, world", seen(http.get("/v2/demo/app/blobs/" + digest)));
        byte[] manifest = manifest(digest, digest);
        String name = new Digest("0".repeat(128)).alike(manifest).toString();
        assertEquals("201 ", seen(put(name, OCI, manifest)));
        var answer = http.get("/v2/demo/app/manifests/" + name);
        assertEquals(200, answer.statusCode());
        assertEquals(name, header(answer, "Docker-Content-Digest"));
        String wrong = name.substring(0, name.length() - 1) + (name.endsWith("0") ? "1" : "0");
        assertEquals(400, put(wrong, OCI, manifest).statusCode());
    }

    @Test
    void a_blob_is_of_the_repository_into_which_it_was_pushed() throws Exception {
        String digest = http.blob("demo/app", HELLO);
        assertEquals(404, http.get("/v2/demo/other/blobs/" + digest).statusCode());
        String mount = "/v2/demo/other/blobs/uploads/?mount=" + digest;
        assertEquals(
                202,
                http.send("POST", mount + "&from=demo/nowhere", new byte[0]).statusCode());
        assertEquals(201, http.send("POST", mount, new byte[0]).statusCode());
        assertEquals(200, http.get("/v2/demo/other/blobs/" + digest).statusCode());
        assertEquals(
                202, http.send("DELETE", "/v2/demo/other/blobs/" + digest, null).statusCode());
        assertEquals(404, http.get("/v2/demo/other/blobs/" + digest).statusCode());
        assertEquals(200, http.get("/v2/demo/app/blobs/" + digest).statusCode());
    }

    @Test
    void an_image_tagged_in_another_repository_is_pulled_there_with_its_blobs() throws Exception {
        String blob = http.blob("demo/app", HELLO);
        byte[] manifest = manifest(blob, blob);
        put("latest", OCI, manifest);
        streams.tag("demo/copy", "v1", Digest.of(manifest).toString());
        assertEquals(200, http.get("/v2/demo/copy/manifests/v1").statusCode());
        assertEquals(200, http.get("/v2/demo/copy/blobs/" + blob).statusCode());
    }

    @Test
    void what_the_client_has_is_not_sent_again() throws Exception {
        String digest = http.blob("demo/app", HELLO);
        String path = "/v2/demo/app/blobs/" + digest;
        String etag = header(http.get(path), "ETag");
        assertEquals("304 ", seen(http.get(path, "If-None-Match", etag)));
        assertEquals("200 hello, world", seen(http.get(path, "If-None-Match", "\"other\"")));
        assertEquals("206 hello", seen(http.get(path, "Range", "bytes=0-4", "If-Range", etag)));
        assertEquals("200 hello, world", seen(http.get(path, "Range", "bytes=0-4", "If-Range", "\"other\"")));
        assertEquals("206 hello, world", seen(http.get(path, "Range", "bytes=0-")));
        var beyond = http.get(path, "Range", "bytes=99999999999999999999-");
        assertEquals("416 bytes */12", beyond.statusCode() + " " + header(beyond, "Content-Range"));
        put("latest", OCI, manifest(digest, digest));
        String tagged = header(http.get("/v2/demo/app/manifests/latest"), "ETag");
        assertEquals(
                304,
                http.get("/v2/demo/app/manifests/latest", "If-None-Match", "\"x\", " + tagged)
                        .statusCode());
    }

    @Test
    void an_artifact_may_have_any_configuration_or_none() throws Exception {
        String blob = http.blob("demo/app", HELLO);
        byte[] chart = bytes("{\"schemaVersion\":2,\"mediaType\":\"" + OCI
                + "\",\"config\":{\"mediaType\":\"application/vnd.example.config\",\"digest\":\"" + blob
                + "\",\"size\":12},\"layers\":[]}");
        assertEquals("201 ", seen(put("chart", OCI, chart)));
        byte[] artifact =
                bytes("{\"mediaType\":\"" + ARTIFACT + "\",\"blobs\":[{\"digest\":\"" + blob + "\",\"size\":12}]}");
        assertEquals("201 ", seen(put("artifact", ARTIFACT, artifact)));
        assertEquals(ARTIFACT, header(http.get("/v2/demo/app/manifests/artifact"), "Content-Type"));
    }

    @Test
    void the_same_blob_arrives_many_times_at_once() throws Exception {
        byte[] content = new byte[200_000];
        new java.util.Random(2).nextBytes(content);
        String digest = Digest.of(content).toString();
        Callable<Integer> push =
                () -> http.send("POST", UPLOADS + "?digest=" + digest, content).statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(push, push, push, push, push, push))) {
                assertEquals(201, answer.get());
            }
        }
        assertEquals(
                digest,
                Digest.of(http.get("/v2/demo/app/blobs/" + digest).body()).toString());
        try (var left = java.nio.file.Files.walk(directory.resolve("uploads"))) {
            assertTrue(left.noneMatch(java.nio.file.Files::isRegularFile), "uploads are left");
        }
    }

    @Test
    void catalogs_and_tags_of_no_entries_have_no_next_page() throws Exception {
        String blob = http.blob("demo/app", HELLO);
        put("latest", OCI, manifest(blob, blob));
        var answer = http.get("/v2/_catalog?n=0");
        assertEquals("200 {\"repositories\":[]}", seen(answer));
        assertEquals("", header(answer, "Link"));
        assertEquals(400, http.get("/v2/_catalog?n=-1").statusCode());
        assertEquals(200, http.get("/healthz").statusCode());
    }

    private static byte[] manifest(String config, String layer) {
        return bytes("{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "\",\"config\":{\"digest\":\"" + config
                + "\",\"size\":1},\"layers\":[{\"digest\":\"" + layer + "\",\"size\":1}]}");
    }

    private HttpResponse<byte[]> put(String reference, String mediaType, byte[] manifest) throws Exception {
        return http.send("PUT", "/v2/demo/app/manifests/" + reference, manifest, "Content-Type", mediaType);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
