package dev.s2ioc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.image.ImageApi;
import dev.s2ioc.cluster.image.ImageStreamKind;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.PullThrough;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.image.RegistryTrust;
import dev.s2ioc.cluster.image.Remotes;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.OAuthAccessTokenKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedRegistryTest {
    private static final String OCI = "application/vnd.oci.image.manifest.v1+json";

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Store store;
    private ImageStreams streams;
    private Registry registry;
    private String token;

    @BeforeEach
    void start() throws Exception {
        store = Store.open(directory.resolve("test.db"));
        Kinds kinds = new Kinds();
        Machinery machinery = new Machinery(store, kinds, Instant::now);
        streams = new ImageStreams(machinery);
        Remotes remotes = new Remotes(machinery, new RegistryTrust(List.of(), List.of()));
        StreamedRegistry streamed = new StreamedRegistry(
                streams, new PullThrough(streams, remotes), machinery, new RegistryGuard(machinery, true));
        registry = Registry.start(directory.resolve("images"), 0, streamed, Instant.now());
        kinds.add(new StoredResource(machinery, new NamespaceKind()));
        kinds.add(new StoredResource(machinery, new OAuthAccessTokenKind()));
        ImageApi.addTo(kinds, machinery, streams, new Registries(registry::address));
        if (store.list(NamespaceKind.TYPE.resource(), "").isEmpty()) {
            kinds.resource(NamespaceKind.TYPE.resource())
                    .create(Call.internal(""), (com.fasterxml.jackson.databind.node.ObjectNode)
                            Json.parse("{\"metadata\":{\"name\":\"demo\"}}"));
        }
        token = token(machinery);
    }

    private String token(Machinery machinery) {
        return new Tokens(machinery).issue("developer", "test", Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        registry.close();
        store.close();
        http.close();
    }

    @Test
    void a_push_is_in_the_image_stream_when_it_is_answered_and_after_a_restart() throws Exception {
        String digest = push("demo/app", "latest");
        assertEquals(digest, streams.digest("demo", "app", "latest").orElseThrow());
        assertEquals("200 {\"repositories\":[\"demo/app\"]}", get("/v2/_catalog"));
        registry.close();
        store.close();
        start();
        assertEquals("200 {\"name\":\"demo/app\",\"tags\":[\"latest\"]}", get("/v2/demo/app/tags/list"));
        assertEquals("200", get("/v2/demo/app/manifests/latest").substring(0, 3));
    }

    @Test
    void a_push_into_no_project_is_refused_at_its_beginning() throws Exception {
        assertEquals(
                "404 {\"errors\":[{\"code\":\"NAME_UNKNOWN\","
                        + "\"message\":\"there is no project \\\"nowhere\\\" to push nowhere/app into\"}]}",
                send("POST", "/v2/nowhere/app/blobs/uploads/", "", OCI));
        assertEquals(
                "400 {\"errors\":[{\"code\":\"NAME_INVALID\",\"message\":\"\\\"app\\\" does not name a project and an image"
                        + " stream, as in project/name\"}]}",
                send("POST", "/v2/app/blobs/uploads/", "", OCI));
    }

    @Test
    void what_is_deleted_in_one_place_is_gone_in_the_other() throws Exception {
        String digest = push("demo/app", "latest");
        push("demo/app", "v1");
        streams.untag("demo", "app", "v1");
        assertEquals("404", get("/v2/demo/app/manifests/v1").substring(0, 3));
        assertEquals("202 ", send("DELETE", "/v2/demo/app/manifests/" + digest, "", OCI));
        assertEquals("[]", Json.text(streams.find("demo", "app").orElseThrow().at("/status/tags")));
        assertEquals("404", get("/v2/demo/app/manifests/latest").substring(0, 3));
        store.delete(new dev.s2ioc.cluster.store.Key(ImageStreamKind.TYPE.resource(), "demo", "app"));
        assertEquals("404", get("/v2/demo/app/tags/list").substring(0, 3));
        assertEquals(
                "404", send("DELETE", "/v2/demo/app/manifests/latest", "", OCI).substring(0, 3));
    }

    private String push(String repository, String tag) throws Exception {
        String config = "{}";
        String digest = digest(config);
        send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + digest, config, "application/octet-stream");
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + OCI + "\",\"config\":{\"digest\":\"" + digest
                + "\",\"size\":2},\"layers\":[]}";
        assertEquals("201 ", send("PUT", "/v2/" + repository + "/manifests/" + tag, manifest, OCI));
        return digest(manifest);
    }

    private String get(String path) throws Exception {
        return send("GET", path, "", OCI);
    }

    private String send(String method, String path, String body, String contentType) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + registry.address() + path))
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static String digest(String content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }
}
