package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.store.Json;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests and answers are written: packed, indented, in other encodings, with bodies that mean harm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory);
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"large\"},\"data\":{\"a\":\"" + "x".repeat(200_000) + "\"}}");
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"small\"}}");
    }

    @AfterAll
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    @Test
    void what_is_long_is_packed_for_those_who_can_read_it() throws Exception {
        byte[] packed = cluster.stream(MAPS + "/large", "Accept-Encoding", "deflate, gzip")
                .readAllBytes();
        assertTrue(packed.length < 10_000, () -> packed.length + " bytes");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertEquals(cluster.get(MAPS + "/large").body(), Json.parse(plain));
        assertFalse(cluster.get(MAPS + "/small", "Accept-Encoding", "gzip")
                .response()
                .headers()
                .firstValue("Content-Encoding")
                .isPresent());
    }

    @Test
    void people_get_it_indented() {
        String plain = cluster.get(MAPS + "/small").response().body();
        assertFalse(plain.contains("\n"));
        String indented = cluster.get(MAPS + "/small?pretty=true").response().body();
        assertTrue(indented.startsWith("{\n  \"metadata\": {\n    \"name\": \"small\","), indented);
        assertEquals(
                indented,
                cluster.get(MAPS + "/small", "User-Agent", "curl/8.5.0")
                        .response()
                        .body());
        assertEquals(
                plain,
                cluster.get(MAPS + "/small?pretty=false", "User-Agent", "curl/8.5.0")
                        .response()
                        .body());
    }

    @Test
    void a_head_has_no_body_and_options_are_no_verb() {
        TestCluster.Answer head = cluster.send("HEAD", MAPS + "/small", "");
        assertEquals("200 ", head.code() + " " + head.response().body());
        assertEquals(404, cluster.send("HEAD", MAPS + "/nothing", "").code());
        assertEquals(405, cluster.send("OPTIONS", MAPS, "").code());
    }

    @Test
    void health_is_told_check_by_check() {
        assertEquals("ok", cluster.get("/livez").response().body());
        assertEquals("ok", cluster.get("/healthz/store").response().body());
        assertEquals(404, cluster.get("/healthz/nothing").code());
        assertEquals(
                "[+]ping ok\n[+]store excluded: ok\nreadyz check passed\n",
                cluster.get("/readyz?verbose&exclude=store").response().body());
    }

    @Test
    void the_root_names_every_path_that_is_no_objects() {
        List<String> wrong = cluster.get("/")
                .body()
                .path("paths")
                .valueStream()
                .map(path -> path.asText())
                .filter(path -> cluster.get(path).code() != 200)
                .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void fields_that_come_twice_are_told() {
        String twice = "{\"metadata\":{\"name\":\"twice\"},\"data\":{\"a\":\"1\",\"a\":\"2\"}}";
        assertEquals(
                "400 BadRequest: ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                        + " duplicate field \"data.a\"",
                cluster.post(MAPS + "?fieldValidation=Strict", twice).refusal());
        TestCluster.Answer warned = cluster.post(MAPS, twice);
        assertEquals("2", warned.text("data", "a"));
        assertEquals(
                List.of("299 - \"duplicate field \\\"data.a\\\"\""),
                warned.response().headers().allValues("Warning"));
    }

    @Test
    void an_update_is_looked_at_as_well() {
        assertEquals(
                400,
                cluster.patch(MAPS + "/small?fieldValidation=Strict", "merge-patch+json", "{\"date\":{}}")
                        .code());
        assertEquals(
                400,
                cluster.patch(MAPS + "/small", "merge-patch+json", "{\"data\":[]}")
                        .code());
    }

    @Test
    void half_a_character_is_replaced() {
        TestCluster.Answer answer =
                cluster.post(MAPS, "{\"metadata\":{\"name\":\"half\"},\"data\":{\"a\":\"x\\ud800y\"}}");
        assertEquals("201 x\ufffdy", answer.code() + " " + answer.text("data", "a"));
    }

    @Test
    void yaml_that_grows_or_never_ends_is_refused() {
        StringBuilder bomb = new StringBuilder("metadata: {name: bomb}\na0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        for (String body : List.of(bomb.toString(), "a: &a [*a]", "[".repeat(100_000), "a: {{}: 1}")) {
            TestCluster.Answer answer = cluster.send("POST", MAPS, body, "Content-Type", "application/yaml");
            assertEquals("400 BadRequest", answer.code() + " " + answer.text("reason"), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "..%2F..%2Fsecrets", "%00", ".%2e", "a%2Fb", "%ff", "x/../../secrets"})
    void names_lead_nowhere_else(String name) {
        TestCluster.Answer answer = cluster.get(MAPS + "/" + name);
        assertEquals("404 NotFound", answer.code() + " " + answer.text("reason"));
        String decoded = name.replace("%2F", "/").replace("%2e", ".").replace("%00", "\\u0000");
        assertEquals(
                422,
                cluster.post(MAPS, "{\"metadata\":{\"name\":\"" + decoded + "\"}}")
                        .code());
    }

    @Test
    void options_of_a_deletion_can_be_protobuf() throws IOException {
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"proto\"}}");
        assertEquals(409, deleteByProtobuf(options("other")).code());
        String uid = cluster.get(MAPS + "/proto").text("metadata", "uid");
        assertEquals(200, deleteByProtobuf(options(uid)).code());
    }

    private TestCluster.Answer deleteByProtobuf(byte[] body) {
        return cluster.send(cluster.request(
                        cluster.developer,
                        MAPS + "/proto",
                        "Content-Type",
                        "application/vnd.kubernetes.protobuf",
                        "Accept",
                        "application/vnd.kubernetes.protobuf,application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] options(String uid) throws IOException {
        Meta.DeleteOptions options = Meta.DeleteOptions.newBuilder()
                .setPreconditions(Meta.Preconditions.newBuilder().setUid(uid))
                .build();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("k8s\0".getBytes(StandardCharsets.UTF_8));
        Runtime.Unknown.newBuilder()
                .setTypeMeta(Runtime.TypeMeta.newBuilder().setApiVersion("v1").setKind("DeleteOptions"))
                .setRaw(options.toByteString())
                .build()
                .writeTo(body);
        return body.toByteArray();
    }
}
