package dev.s2ioc.cluster.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

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
    void what_a_tag_leads_to_stays_and_the_rest_goes() throws Exception {
        String kept = push("demo/app", "latest", "kept", "");
        String gone = push("demo/app", "old", "gone", "");
        String orphan = http.blob("demo/app", bytes("orphan"));
        streams.untag("demo/app", "old");

        JsonNode dry = prune("keep-younger-than=0&dry-run=true");
        assertTrue(dry.path("dryRun").asBoolean());
        assertEquals(200, http.get("/v2/demo/app/manifests/" + gone).statusCode());
        JsonNode done = prune("keep-younger-than=0&dry-run=false");
        assertEquals(dry.path("images"), done.path("images"));
        assertEquals(dry.path("bytes"), done.path("bytes"));
        assertEquals(
                "[{\"digest\":\"" + gone + "\",\"repositories\":[\"demo/app\"]}]",
                done.path("images").toString());
        assertEquals(
                new TreeSet<>(Set.of(gone, orphan, digest("config of gone"), digest("layer of gone"))),
                digests(done.path("blobs")));

        assertEquals(404, http.get("/v2/demo/app/manifests/" + gone).statusCode());
        assertEquals(404, http.get("/v2/demo/app/blobs/" + orphan).statusCode());
        assertEquals(200, http.get("/v2/demo/app/manifests/" + kept).statusCode());
        assertEquals(
                200, http.get("/v2/demo/app/blobs/" + digest("layer of kept")).statusCode());
        assertEquals(1, streams.pushes.size());
        assertEquals(
                "[]", prune("keep-younger-than=0&dry-run=false").path("blobs").toString());
    }

    @Test
    void what_is_young_stays() throws Exception {
        push("demo/app", "old", "young", "");
        streams.untag("demo/app", "old");
        http.blob("demo/app", bytes("of a push under way"));
        JsonNode done = prune("dry-run=false");
        assertEquals("[]", done.path("images").toString());
        assertEquals("[]", done.path("blobs").toString());
    }

    @Test
    void members_of_lists_and_what_speaks_of_an_image_stay_with_it() throws Exception {
        String member = push("demo/app", null, "member", "");
        byte[] index = bytes("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[{\"mediaType\":\""
                + OCI + "\",\"digest\":\"" + member + "\",\"size\":1}]}");
        http.send("PUT", "/v2/demo/app/manifests/latest", index, "Content-Type", INDEX);
        String subject = Digest.of(index).toString();
        push("demo/app", null, "signature", ",\"subject\":{\"digest\":\"" + subject + "\"}");
        assertEquals(
                "[]", prune("keep-younger-than=0&dry-run=false").path("images").toString());
        streams.untag("demo/app", "latest");
        assertEquals(
                3, prune("keep-younger-than=0&dry-run=false").path("images").size());
    }

    @Test
    void an_image_whose_tag_was_deleted_lets_its_blobs_be_deleted() throws Exception {
        String digest = push("demo/app", "latest", "app", "");
        String layer = "/v2/demo/app/blobs/" + digest("layer of app");
        assertEquals(405, http.send("DELETE", layer, null).statusCode());
        assertEquals(
                405,
                http.send("DELETE", "/admin/blobs/" + digest("layer of app"), null)
                        .statusCode());
        streams.untag("demo/app", "latest");
        assertEquals(202, http.send("DELETE", layer, null).statusCode());
        assertEquals(404, http.get(layer).statusCode());
        assertEquals(
                202,
                http.send("DELETE", "/v2/demo/app/manifests/" + digest, null).statusCode());
    }

    @Test
    void pushes_and_collections_at_the_same_time_leave_every_pushed_image_whole() throws Exception {
        AtomicBoolean pushing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> collecting = threads.submit(() -> {
                while (pushing.get()) {
                    prune("keep-younger-than=0&dry-run=false");
                    // Long enough for a push to come through between two of them, now and then.
                    Thread.sleep(15);
                }
                return null;
            });
            Callable<Integer> pushes = () -> {
                int refused = 0;
                for (int i = 0; i < 60; i++) {
                    refused += pushAndCheck(i) ? 0 : 1;
                }
                return refused;
            };
            int refused = threads.submit(pushes).get();
            pushing.set(false);
            collecting.get();
            assertTrue(refused < 60, "every push was refused");
        }
    }

    /** A push may be refused for a part that was collected; one that is answered is whole, now and after a collection. */
    private boolean pushAndCheck(int i) throws Exception {
        String name = "shared " + i % 3;
        String config = http.blob("demo/app", bytes("config of " + name));
        String layer = http.blob("demo/app", bytes("layer of " + name));
        byte[] manifest = manifest(config, layer, "");
        var answer = http.send("PUT", "/v2/demo/app/manifests/t", manifest, "Content-Type", OCI);
        if (answer.statusCode() == 400) {
            return false;
        }
        assertEquals("201 ", Http.seen(answer));
        assertEquals(200, http.get("/v2/demo/app/manifests/t").statusCode());
        assertEquals(200, http.get("/v2/demo/app/blobs/" + layer).statusCode());
        assertEquals(200, http.get("/v2/demo/app/blobs/" + config).statusCode());
        if (i % 2 == 0) {
            streams.untag("demo/app", "t");
        }
        return true;
    }

    @Test
    void a_collection_that_was_cut_is_finished_by_the_next() throws Exception {
        String digest = push("demo/app", "latest", "app", "");
        streams.untag("demo/app", "latest");
        // As if the process had died after the name was removed and before the content was.
        java.nio.file.Files.delete(directory.resolve("manifests/demo~app").resolve(digest.substring(7)));
        assertEquals(
                new TreeSet<>(Set.of(digest, digest("config of app"), digest("layer of app"))),
                digests(prune("keep-younger-than=0&dry-run=false").path("blobs")));
    }

    @Test
    void wrong_parameters_are_refused() throws Exception {
        assertEquals(400, http.send("POST", "/admin/prune?dry-run=maybe", null).statusCode());
        assertEquals(
                400,
                http.send("POST", "/admin/prune?keep-younger-than=1h", null).statusCode());
        assertEquals(405, http.get("/admin/prune").statusCode());
    }

    private JsonNode prune(String query) throws Exception {
        var answer = http.send("POST", "/admin/prune?" + query, new byte[0]);
        assertEquals(200, answer.statusCode(), () -> Http.text(answer));
        return new ObjectMapper().readTree(answer.body());
    }

    private static Set<String> digests(JsonNode list) {
        Set<String> digests = new TreeSet<>();
        list.forEach(each -> digests.add(each.path("digest").asText()));
        return digests;
    }

    private String push(String repository, String tag, String name, String more) throws Exception {
        String config = http.blob(repository, bytes("config of " + name));
        String layer = http.blob(repository, bytes("layer of " + name));
        byte[] manifest = manifest(config, layer, more);
        String digest = Digest.of(manifest).toString();
        String reference = tag == null ? digest : tag;
        var answer = http.send("PUT", "/v2/" + repository + "/manifests/" + reference, manifest, "Content-Type", OCI);
        assertEquals("201 ", Http.seen(answer));
        return digest;
    }

    private static byte[] manifest(String config, String layer, String more) {
        return bytes("{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "\",\"config\":{\"digest\":\"" + config
                + "\",\"size\":1},\"layers\":[{\"digest\":\"" + layer + "\",\"size\":1}]" + more + "}");
    }

    private static String digest(String content) {
        return Digest.of(bytes(content)).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
