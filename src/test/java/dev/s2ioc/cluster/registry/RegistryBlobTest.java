package dev.s2ioc.cluster.registry;

import static dev.s2ioc.cluster.registry.Http.header;
import static dev.s2ioc.cluster.registry.Http.seen;
import static dev.s2ioc.cluster.registry.Http.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryBlobTest {
    private static final byte[] HELLO = "hello, world".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = "sha256:09ca7e4eaa6e8ae9c7d261167129184883644d07dfba7cbfbc4c8a2e08360d5b";
    private static final String UPLOADS = "/v2/demo/app/blobs/uploads/";
    private static final String BLOB = "/v2/demo/app/blobs/" + DIGEST;

    @TempDir
    Path directory;

    private Registry registry;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        registry = Registry.start(directory, 0, new MemoryStreams(), Instant.now());
        http = new Http(registry);
    }

    @AfterEach
    void stop() {
        http.close();
        registry.close();
    }

    @Test
    void the_base_path_says_that_this_is_a_registry() throws Exception {
        var answer = http.get("/v2/");
        assertEquals("200 {}", seen(answer));
        assertEquals("registry/2.0", header(answer, "Docker-Distribution-Api-Version"));
        assertEquals(
                "404 {\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"nothing is served at /v1/\"}]}",
                seen(http.get("/v1/")));
    }

    @Test
    void a_blob_arrives_in_one_request() throws Exception {
        var answer = http.send("POST", UPLOADS + "?digest=" + DIGEST, HELLO);
        assertEquals("201 ", seen(answer));
        assertEquals(BLOB, header(answer, "Location"));
        assertEquals("200 hello, world", seen(http.get(BLOB)));
    }

    @Test
    void a_blob_arrives_by_post_and_put() throws Exception {
        var begun = http.send("POST", UPLOADS, new byte[0]);
        assertEquals("202 ", seen(begun));
        assertEquals("201 ", seen(http.send("PUT", header(begun, "Location") + "?digest=" + DIGEST, HELLO)));
        assertEquals("200 hello, world", seen(http.get(BLOB)));
    }

    @Test
    void a_blob_arrives_in_chunks_whose_order_is_checked() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        var first = http.send("PATCH", upload, "hello, ".getBytes(StandardCharsets.UTF_8), "Content-Range", "0-6");
        assertEquals("202 0-6", first.statusCode() + " " + header(first, "Range"));

        var wrong = http.send("PATCH", upload, "world".getBytes(StandardCharsets.UTF_8), "Content-Range", "9-13");
        assertEquals(
                "416 {\"errors\":[{\"code\":\"RANGE_INVALID\","
                        + "\"message\":\"the next byte of this upload is 7, not 9\"}]}",
                seen(wrong));
        var asked = http.get(upload);
        assertEquals("204 0-6", asked.statusCode() + " " + header(asked, "Range"));

        http.send("PATCH", upload, "world".getBytes(StandardCharsets.UTF_8), "Content-Range", "7-11");
        assertEquals("201 ", seen(http.send("PUT", upload + "?digest=" + DIGEST, new byte[0])));
        assertEquals("200 hello, world", seen(http.get(BLOB)));
    }

    @Test
    void an_upload_goes_on_after_a_restart() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        http.send("PATCH", upload, "hello, ".getBytes(StandardCharsets.UTF_8));
        stop();
        start();
        assertEquals("0-6", header(http.get(upload), "Range"));
        var answer = http.send("PUT", upload + "?digest=" + DIGEST, "world".getBytes(StandardCharsets.UTF_8));
        assertEquals("201 ", seen(answer));
        assertEquals("200 hello, world", seen(http.get(BLOB)));
    }

    @Test
    void an_upload_goes_on_after_a_broken_connection() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        try (var socket = new java.net.Socket("127.0.0.1", registry.port())) {
            String half = "PATCH " + upload + " HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\nhello, ";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
        }
        await(() -> header(http.get(upload), "Range").equals("0-6"));
        http.send("PATCH", upload, "world".getBytes(StandardCharsets.UTF_8), "Content-Range", "7-11");
        assertEquals("201 ", seen(http.send("PUT", upload + "?digest=" + DIGEST, new byte[0])));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 1200 && !condition.call(); i++) {
            Thread.sleep(50);
        }
        assertTrue(condition.call());
    }

    @Test
    void an_upload_that_nobody_touched_for_a_day_is_dropped_at_the_next_start() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        stop();
        registry =
                Registry.start(directory, 0, new MemoryStreams(), Instant.now().plus(Duration.ofHours(25)));
        http = new Http(registry);
        assertEquals(404, http.get(upload).statusCode());
    }

    @Test
    void a_wrong_digest_is_refused_and_nothing_is_kept() throws Exception {
        var answer = http.send("POST", UPLOADS + "?digest=" + DIGEST, "bye".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "400 {\"errors\":[{\"code\":\"DIGEST_INVALID\",\"message\":\"the content has the digest "
                        + "sha256:b49f425a7e1f9cff3856329ada223f2f9d368f15a00cf48df16ca95986137fe8, not " + DIGEST
                        + "\"}]}",
                seen(answer));
        assertEquals(404, http.get(BLOB).statusCode());
    }

    @Test
    void a_cancelled_upload_is_unknown() throws Exception {
        String upload = header(http.send("POST", UPLOADS, new byte[0]), "Location");
        assertEquals("204 ", seen(http.send("DELETE", upload, null)));
        String id = upload.substring(UPLOADS.length());
        assertEquals(
                "404 {\"errors\":[{\"code\":\"BLOB_UPLOAD_UNKNOWN\",\"message\":\"there is no upload " + id + "\"}]}",
                seen(http.send("PATCH", upload, HELLO)));
    }

    @Test
    void a_blob_of_another_repository_is_mounted() throws Exception {
        http.blob("demo/base", HELLO);
        var mounted = http.send("POST", UPLOADS + "?mount=" + DIGEST + "&from=demo/base", new byte[0]);
        assertEquals("201 " + BLOB, mounted.statusCode() + " " + header(mounted, "Location"));
        String absent = DIGEST.replace('0', '1');
        var begun = http.send("POST", UPLOADS + "?mount=" + absent + "&from=demo/base", new byte[0]);
        assertEquals(202, begun.statusCode());
    }

    @Test
    void a_head_request_tells_the_size() throws Exception {
        http.blob("demo/app", HELLO);
        var answer = http.send("HEAD", BLOB, null);
        assertEquals("200 ", seen(answer));
        assertEquals("12", header(answer, "Content-Length"));
        assertEquals(DIGEST, header(answer, "Docker-Content-Digest"));
    }

    @Test
    void ranges_are_served() throws Exception {
        http.blob("demo/app", HELLO);
        var middle = http.get(BLOB, "Range", "bytes=7-8");
        assertEquals("206 wo bytes 7-8/12", seen(middle) + " " + header(middle, "Content-Range"));
        assertEquals("206 world", seen(http.get(BLOB, "Range", "bytes=7-")));
        assertEquals("206 ld", seen(http.get(BLOB, "Range", "bytes=-2")));
        assertEquals("200 hello, world", seen(http.get(BLOB, "Range", "lines=1-2")));
        assertEquals(
                "416 {\"errors\":[{\"code\":\"RANGE_INVALID\",\"message\":\"the blob has 12 bytes, not bytes=12-\"}]}",
                seen(http.get(BLOB, "Range", "bytes=12-")));
    }

    @Test
    void a_large_blob_comes_back_byte_for_byte() throws Exception {
        byte[] content = new byte[5_000_000];
        new java.util.Random(1).nextBytes(content);
        String digest = http.blob("demo/app", content);
        assertArrayEquals(content, http.get("/v2/demo/app/blobs/" + digest).body());
    }

    @Test
    void an_empty_blob_is_a_blob() throws Exception {
        String digest = http.blob("demo/app", new byte[0]);
        assertEquals("200 ", seen(http.get("/v2/demo/app/blobs/" + digest)));
    }

    @Test
    void a_deleted_blob_is_gone() throws Exception {
        http.blob("demo/app", HELLO);
        assertEquals("202 ", seen(http.send("DELETE", BLOB, null)));
        assertEquals(
                "404 {\"errors\":[{\"code\":\"BLOB_UNKNOWN\",\"message\":\"there is no blob " + DIGEST + "\"}]}",
                seen(http.get(BLOB)));
    }

    @Test
    void a_repository_name_must_be_one() throws Exception {
        assertEquals(
                "400 {\"errors\":[{\"code\":\"NAME_INVALID\",\"message\":\"invalid repository name \\\"demo/App\\\"\"}]}",
                seen(http.send("POST", "/v2/demo/App/blobs/uploads/", new byte[0])));
    }

    @Test
    void a_push_that_is_not_welcome_is_refused_before_the_first_byte() throws Exception {
        assertEquals(
                "404 {\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"the project \\\"nowhere\\\" does not exist\"}]}",
                seen(http.send("POST", "/v2/nowhere/app/blobs/uploads/", new byte[0])));
    }

    @Test
    void a_port_that_is_taken_is_named() {
        IOException failure = assertThrows(
                IOException.class,
                () -> Registry.start(directory, registry.port(), new MemoryStreams(), Instant.now()));
        assertEquals("cannot listen on 127.0.0.1:" + registry.port() + ": is the port taken?", failure.getMessage());
    }

    @Test
    void a_client_that_begins_with_tls_is_hung_up_on() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", registry.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, 100, 1});
            assertEquals(-1, socket.getInputStream().read());
        }
        assertEquals("{}", text(http.get("/v2/")));
    }
}
