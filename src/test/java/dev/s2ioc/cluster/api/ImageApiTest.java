package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.image.ImageApi;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.PushedImage;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image streams over the wire: what clients send, and what they get. */
class ImageApiTest {
    private static final String IMAGES = "/apis/image.openshift.io/v1/namespaces/demo/";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);
    private static final String INTERNAL = "image-registry.openshift-image-registry.svc:5000/demo/";

    @TempDir
    Path directory;

    private TestCluster cluster;
    private ImageStreams streams;

    @BeforeEach
    void start() throws Exception {
        cluster = new TestCluster(directory, machinery -> {
            streams = new ImageStreams(machinery);
            ImageApi.addTo(machinery.kinds(), machinery, streams, new Registries(() -> "127.0.0.1:5000"));
        });
    }

    @AfterEach
    void stop() {
        List<Throwable> failures = List.copyOf(cluster.failures);
        cluster.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void discovery_names_what_is_served() {
        JsonNode resources = cluster.get("/apis/image.openshift.io/v1").body().path("resources");
        assertEquals(
                """
                images [create, delete, deletecollection, get, list, patch, update, watch] []
                imagestreamimages [get] [isimage]
                imagestreamimports [create] []
                imagestreammappings [create] []
                imagestreams [create, delete, deletecollection, get, list, patch, update, watch] [is]
                imagestreams/layers [get] []
                imagestreams/secrets [get] []
                imagestreams/status [get, patch, update] []
                imagestreamtags [create, delete, get, list, patch, update] [istag]
                imagetags [create, delete, get, list, patch, update] [itag]
                """,
                resources
                        .valueStream()
                        .map(resource -> Json.at(resource, "name") + " " + words(resource.path("verbs")) + " "
                                + words(resource.path("shortNames")) + "\n")
                        .sorted()
                        .reduce("", String::concat));
    }

    private static String words(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asText).toList().toString();
    }

    @Test
    void the_stream_of_a_new_build_is_made_and_shown_in_a_table() {
        var created = cluster.post(
                IMAGES + "imagestreams",
                "{\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"ImageStream\",\"metadata\":{\"name\":\"app\"},"
                        + "\"spec\":{\"lookupPolicy\":{\"local\":false}},\"status\":{\"dockerImageRepository\":\"\"}}");
        assertEquals("201 " + INTERNAL + "app", created.code() + " " + created.text("status", "dockerImageRepository"));
        push("app", "latest", ONE);
        JsonNode rows =
                cluster.get(IMAGES + "imagestreams", "Accept", TABLE).body().path("rows");
        JsonNode cells = rows.path(0).path("cells");
        assertEquals(
                "app 127.0.0.1:5000/demo/app latest",
                cells.get(0).asText() + " " + cells.get(1).asText() + " "
                        + cells.get(2).asText());
        JsonNode tag =
                cluster.get(IMAGES + "imagestreamtags", "Accept", TABLE).body().at("/rows/0/cells");
        assertEquals(
                "app:latest " + INTERNAL + "app@" + ONE,
                tag.get(0).asText() + " " + tag.get(1).asText());
        assertEquals(
                "[]",
                cluster.get(IMAGES + "imagestreams?fieldSelector=metadata.name%3Dnone")
                        .body()
                        .get("items")
                        .toString());
    }

    @Test
    void a_tag_is_read_put_patched_and_deleted() {
        push("app", "latest", ONE);
        assertEquals(ONE, cluster.get(IMAGES + "imagestreamtags/app:latest").text("image", "metadata", "name"));
        var put = cluster.put(
                IMAGES + "imagestreamtags/copy:v1",
                "{\"kind\":\"ImageStreamTag\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\"copy:v1\","
                        + "\"namespace\":\"demo\",\"creationTimestamp\":null},\"tag\":{\"name\":\"v1\",\"annotations\":null,"
                        + "\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:latest\"},\"generation\":0,\"importPolicy\":{},"
                        + "\"referencePolicy\":{\"type\":\"\"}},\"generation\":0,\"lookupPolicy\":{\"local\":false},"
                        + "\"image\":{\"metadata\":{\"creationTimestamp\":null},\"dockerImageMetadata\":null}}");
        assertEquals("201 " + INTERNAL + "copy@" + ONE, put.code() + " " + put.text("image", "dockerImageReference"));
        var patched = cluster.patch(
                IMAGES + "imagestreamtags/copy:v1",
                "merge-patch+json",
                "{\"tag\":{\"annotations\":{\"description\":\"a copy\"}}}");
        assertEquals("200 a copy", patched.code() + " " + patched.text("tag", "annotations", "description"));
        assertEquals(200, cluster.delete(IMAGES + "imagestreamtags/copy:v1", "").code());
        assertEquals(
                "404 NotFound: imagestreamtags.image.openshift.io \"copy:v1\" not found",
                cluster.get(IMAGES + "imagestreamtags/copy:v1").refusal());
        assertEquals(
                "400 BadRequest: ImageStreamTags must be retrieved with <name>:<tag>",
                cluster.get(IMAGES + "imagestreamtags/copy").refusal());
    }

    @Test
    void an_image_is_found_by_stream_and_digest_and_cannot_be_listed() {
        push("app", "latest", ONE);
        assertEquals(
                "app@" + ONE,
                cluster.get(IMAGES + "imagestreamimages/app@" + ONE).text("metadata", "name"));
        assertEquals(
                "405 MethodNotAllowed: the server does not allow this method on the requested resource",
                cluster.get(IMAGES + "imagestreamimages").refusal());
    }

    @Test
    void a_registry_of_its_own_maps_an_image_to_a_tag() {
        String mapping = "{\"metadata\":{\"name\":\"app\"},\"tag\":\"v2\",\"image\":{\"metadata\":{\"name\":\"" + TWO
                + "\"},\"dockerImageReference\":\"elsewhere/app@" + TWO + "\"}}";
        assertEquals(
                "404 NotFound: imagestreams.image.openshift.io \"app\" not found",
                cluster.post(IMAGES + "imagestreammappings", mapping).refusal());
        push("app", "latest", ONE);
        assertEquals(201, cluster.post(IMAGES + "imagestreammappings", mapping).code());
        assertEquals(
                "elsewhere/app@" + TWO,
                cluster.get(IMAGES + "imagestreamtags/app:v2").text("image", "dockerImageReference"));
    }

    @Test
    void layers_and_status_are_served_below_a_stream() {
        push("app", "latest", ONE);
        JsonNode layers = cluster.get(IMAGES + "imagestreams/app/layers").body();
        assertEquals(
                "{\"blobs\":{\"sha256:a0\":{\"size\":7,\"mediaType\":\"layer\"},"
                        + "\"sha256:c0\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\"}},"
                        + "\"images\":{\"" + ONE + "\":{\"layers\":[\"sha256:a0\"],\"config\":\"sha256:c0\"}}}",
                "{\"blobs\":" + layers.get("blobs") + ",\"images\":" + layers.get("images") + "}");
        var status = cluster.patch(
                IMAGES + "imagestreams/app/status",
                "merge-patch+json",
                "{\"status\":{\"tags\":null},\"spec\":{\"x\":1}}");
        assertEquals(
                "200 {\"dockerImageRepository\":\"" + INTERNAL
                        + "app\",\"publicDockerImageRepository\":\"127.0.0.1:5000/demo/app\"} false",
                status.code() + " " + status.body().get("status") + " "
                        + status.body().path("spec").has("x"));
    }

    @Test
    void a_dry_run_changes_nothing() {
        push("app", "latest", ONE);
        var put = cluster.put(
                IMAGES + "imagestreamtags/copy:v1?dryRun=All",
                "{\"metadata\":{\"name\":\"copy:v1\"},\"tag\":{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:latest\"}}}");
        assertEquals(201, put.code());
        assertEquals(404, cluster.get(IMAGES + "imagestreams/copy").code());
        cluster.delete(IMAGES + "imagestreamtags/app:latest?dryRun=All", "");
        assertEquals(200, cluster.get(IMAGES + "imagestreamtags/app:latest").code());
    }

    private void push(String stream, String tag, String digest) {
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"sha256:c0\"},"
                + "\"layers\":[{\"digest\":\"sha256:a0\",\"size\":7,\"mediaType\":\"layer\"}]}";
        streams.pushed(
                "demo",
                stream,
                Optional.of(tag),
                new PushedImage(digest, "manifest", bytes(manifest), bytes("{\"architecture\":\"amd64\"}")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
