package dev.s2ioc.cluster.registry;

import static dev.s2ioc.cluster.registry.Http.header;
import static dev.s2ioc.cluster.registry.Http.seen;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryManifestTest {
    private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final byte[] CONFIG = "{\"architecture\":\"amd64\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LAYER = "a layer".getBytes(StandardCharsets.UTF_8);

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
    void a_pushed_image_is_found_by_tag_and_by_digest() throws Exception {
        byte[] manifest = image("demo/app", DOCKER, "");
        String digest = Digest.of(manifest).toString();
        var pushed = put("demo/app", "latest", DOCKER, manifest);
        assertEquals("201 ", seen(pushed));
        assertEquals(digest, header(pushed, "Docker-Content-Digest"));
        for (String reference : new String[] {"latest", digest}) {
            var answer = http.get("/v2/demo/app/manifests/" + reference);
            assertArrayEquals(manifest, answer.body());
            assertEquals(DOCKER, header(answer, "Content-Type"));
            assertEquals(digest, header(answer, "Docker-Content-Digest"));
        }
        var head = http.send("HEAD", "/v2/demo/app/manifests/latest", null);
        assertEquals("200 ", seen(head));
        assertEquals(Integer.toString(manifest.length), header(head, "Content-Length"));
    }

    @Test
    void the_listener_gets_the_manifest_and_the_configuration() throws Exception {
        byte[] manifest = image("demo/app", DOCKER, "");
        put("demo/app", "v1", DOCKER, manifest);
        Push push = streams.pushes.getFirst();
        assertEquals("demo/app v1", push.repository() + " " + push.tag().orElseThrow());
        assertEquals(Digest.of(manifest) + " " + DOCKER, push.digest() + " " + push.mediaType());
        assertArrayEquals(manifest, push.manifest());
        assertArrayEquals(CONFIG, push.config());
    }

    @Test
    void a_manifest_survives_a_restart() throws Exception {
        byte[] manifest = image("demo/app", OCI, "");
        put("demo/app", "latest", OCI, manifest);
        stop();
        start();
        assertArrayEquals(manifest, http.get("/v2/demo/app/manifests/latest").body());
    }

    @Test
    void an_image_of_another_repository_is_served_where_a_tag_refers_to_it() throws Exception {
        byte[] manifest = image("demo/app", OCI, "");
        String digest = Digest.of(manifest).toString();
        put("demo/app", "latest", OCI, manifest);
        assertEquals(404, http.get("/v2/demo/other/manifests/" + digest).statusCode());
        streams.tag("demo/other", "prod", digest);
        assertArrayEquals(manifest, http.get("/v2/demo/other/manifests/prod").body());
        assertArrayEquals(
                manifest, http.get("/v2/demo/other/manifests/" + digest).body());
    }

    @Test
    void what_does_not_fit_is_refused() throws Exception {
        byte[] manifest = image("demo/app", OCI, "");
        assertEquals(
                error(400, "MANIFEST_INVALID", "the manifest says it is " + OCI + ", its Content-Type says " + DOCKER),
                seen(put("demo/app", "latest", DOCKER, manifest)));
        assertEquals(
                error(400, "MANIFEST_INVALID", "only manifests of schemaVersion 2 are accepted"),
                seen(put("demo/app", "latest", OCI, "{\"schemaVersion\":1}".getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                error(400, "MANIFEST_INVALID", "manifests of type text/plain are not accepted"),
                seen(put(
                        "demo/app", "latest", "text/plain", "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8))));
        String other = "sha256:" + "1".repeat(64);
        assertEquals(
                error(400, "DIGEST_INVALID", "the manifest has the digest " + Digest.of(manifest) + ", not " + other),
                seen(put("demo/app", other, OCI, manifest)));
        byte[] dangling = new String(manifest, StandardCharsets.UTF_8)
                .replace(Digest.of(LAYER).toString(), other)
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                error(400, "MANIFEST_BLOB_UNKNOWN", "the manifest refers to " + other + ", which was not pushed"),
                seen(put("demo/app", "latest", OCI, dangling)));
        assertEquals(
                error(404, "MANIFEST_UNKNOWN", "there is no image demo/app latest"),
                seen(http.get("/v2/demo/app/manifests/latest")));
    }

    @Test
    void a_manifest_that_is_too_large_is_refused() throws Exception {
        var answer = put("demo/app", "latest", OCI, new byte[(4 << 20) + 1]);
        assertEquals(error(413, "SIZE_INVALID", "a manifest has at most 4194304 bytes"), seen(answer));
    }

    @Test
    void a_type_that_the_client_does_not_accept_is_not_sent() throws Exception {
        put("demo/app", "latest", OCI, image("demo/app", OCI, ""));
        String path = "/v2/demo/app/manifests/latest";
        assertEquals(
                200, http.get(path, "Accept", DOCKER + ", " + OCI + ";q=0.5").statusCode());
        assertEquals(200, http.get(path, "Accept", "*/*").statusCode());
        assertEquals(
                error(404, "MANIFEST_UNKNOWN", "the manifest is " + OCI + ", which the client does not accept"),
                seen(http.get(path, "Accept", DOCKER)));
    }

    @Test
    void a_list_needs_its_images() throws Exception {
        byte[] member = image("demo/app", OCI, "");
        String digest = Digest.of(member).toString();
        byte[] index = ("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[{\"mediaType\":\"" + OCI
                        + "\",\"digest\":\"" + digest + "\",\"size\":" + member.length + "}]}")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                error(400, "MANIFEST_BLOB_UNKNOWN", "the manifest refers to " + digest + ", which was not pushed"),
                seen(put("demo/app", "latest", INDEX, index)));
        assertEquals("201 ", seen(put("demo/app", digest, OCI, member)));
        assertEquals("201 ", seen(put("demo/app", "latest", INDEX, index)));
        assertEquals(INDEX, header(http.get("/v2/demo/app/manifests/latest"), "Content-Type"));
    }

    @Test
    void tags_are_listed_in_pages() throws Exception {
        byte[] manifest = image("demo/app", OCI, "");
        for (String tag : new String[] {"v1", "latest", "v2"}) {
            put("demo/app", tag, OCI, manifest);
        }
        assertEquals(
                "200 {\"name\":\"demo/app\",\"tags\":[\"latest\",\"v1\",\"v2\"]}",
                seen(http.get("/v2/demo/app/tags/list")));
        var page = http.get("/v2/demo/app/tags/list?n=2");
        assertEquals("200 {\"name\":\"demo/app\",\"tags\":[\"latest\",\"v1\"]}", seen(page));
        assertEquals("</v2/demo/app/tags/list?last=v1&n=2>; rel=\"next\"", header(page, "Link"));
        var rest = http.get("/v2/demo/app/tags/list?last=v1&n=2");
        assertEquals("200 {\"name\":\"demo/app\",\"tags\":[\"v2\"]}", seen(rest));
        assertEquals("", header(rest, "Link"));
        assertEquals(
                error(404, "NAME_UNKNOWN", "there is no repository demo/none"),
                seen(http.get("/v2/demo/none/tags/list")));
        assertEquals("200 {\"repositories\":[\"demo/app\"]}", seen(http.get("/v2/_catalog")));
    }

    @Test
    void a_deleted_tag_leaves_the_image_and_a_deleted_image_its_tags() throws Exception {
        byte[] manifest = image("demo/app", OCI, "");
        String digest = Digest.of(manifest).toString();
        put("demo/app", "latest", OCI, manifest);
        put("demo/app", "v1", OCI, manifest);
        assertEquals("202 ", seen(http.send("DELETE", "/v2/demo/app/manifests/latest", null)));
        assertEquals(404, http.get("/v2/demo/app/manifests/latest").statusCode());
        assertEquals(
                404, http.send("DELETE", "/v2/demo/app/manifests/latest", null).statusCode());
        assertEquals(200, http.get("/v2/demo/app/manifests/v1").statusCode());

        assertEquals("202 ", seen(http.send("DELETE", "/v2/demo/app/manifests/" + digest, null)));
        assertEquals(404, http.get("/v2/demo/app/manifests/v1").statusCode());
        assertEquals(404, http.get("/v2/demo/app/manifests/" + digest).statusCode());
        assertEquals(
                error(404, "MANIFEST_UNKNOWN", "there is no image demo/app " + digest),
                seen(http.send("DELETE", "/v2/demo/app/manifests/" + digest, null)));
    }

    @Test
    void a_blob_that_an_image_needs_is_not_deleted() throws Exception {
        put("demo/app", "latest", OCI, image("demo/app", OCI, ""));
        Digest layer = Digest.of(LAYER);
        assertEquals(
                error(405, "UNSUPPORTED", "an image needs the blob " + layer + ": delete the image first"),
                seen(http.send("DELETE", "/v2/demo/app/blobs/" + layer, null)));
    }

    @Test
    void referrers_of_an_image_are_listed() throws Exception {
        byte[] app = image("demo/app", OCI, "");
        put("demo/app", "latest", OCI, app);
        String subject = Digest.of(app).toString();
        byte[] signature = image(
                "demo/app",
                OCI,
                ",\"artifactType\":\"example/signature\",\"annotations\":{\"by\":\"ana\"},"
                        + "\"subject\":{\"digest\":\"" + subject + "\"}");
        String digest = Digest.of(signature).toString();
        assertEquals(subject, header(put("demo/app", digest, OCI, signature), "OCI-Subject"));
        String found = "{\"mediaType\":\"" + OCI + "\",\"digest\":\"" + digest + "\",\"size\":" + signature.length
                + ",\"artifactType\":\"example/signature\",\"annotations\":{\"by\":\"ana\"}}";
        assertEquals("200 " + index(found), seen(http.get("/v2/demo/app/referrers/" + subject)));
        assertEquals("200 " + index(""), seen(http.get("/v2/demo/app/referrers/" + digest)));
        var filtered = http.get("/v2/demo/app/referrers/" + subject + "?artifactType=example/sbom");
        assertEquals("200 " + index(""), seen(filtered));
        assertEquals("artifactType", header(filtered, "OCI-Filters-Applied"));
        assertEquals(INDEX, header(filtered, "Content-Type"));
    }

    private static String index(String manifests) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + manifests + "]}";
    }

    private static String error(int status, String code, String message) {
        return status + " {\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    }

    private HttpResponse<byte[]> put(String repository, String reference, String mediaType, byte[] manifest)
            throws Exception {
        return http.send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, "Content-Type", mediaType);
    }

    /** Pushes the blobs of an image and returns its manifest. */
    private byte[] image(String repository, String mediaType, String more) throws Exception {
        String config = http.blob(repository, CONFIG);
        String layer = http.blob(repository, LAYER);
        return ("{\"schemaVersion\":2,\"mediaType\":\"" + mediaType + "\",\"config\":{\"digest\":\"" + config
                        + "\",\"size\":" + CONFIG.length + "},\"layers\":[{\"digest\":\"" + layer + "\",\"size\":"
                        + LAYER.length + "}]" + more + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
