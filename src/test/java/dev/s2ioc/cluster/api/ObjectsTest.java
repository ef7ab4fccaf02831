package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Creating, changing and deleting objects, as the API conventions say; every test has objects of its own name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectsTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String CONFIGS = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs";
    private static final String CONFIG = """
            {"metadata":{"name":"%s"},"spec":{"source":{"binary":{}},"strategy":{"dockerStrategy":{}}}}""";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(
                directory,
                machinery -> machinery
                        .kinds()
                        .add(new StoredResource(machinery, new BuildConfigKind()))
                        .add(new StoredResource(machinery, new BuildKind())));
    }

    @AfterAll
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    @Test
    void a_new_object_gets_its_identity_from_the_server() {
        TestCluster.Answer answer = cluster.post(MAPS, """
                {"metadata":{"name":"new","uid":"mine","selfLink":"x","creationTimestamp":null},"data":{"a":"1"}}""");
        ObjectNode metadata = (ObjectNode) answer.body().path("metadata");
        assertTrue(metadata.path("uid").asText().matches("[0-9a-f-]{36}"), metadata::toString);
        assertTrue(metadata.path("creationTimestamp").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertTrue(metadata.path("resourceVersion").asText().matches("\\d+"));
        metadata.remove(List.of("uid", "creationTimestamp", "resourceVersion", "managedFields"));
        assertEquals(
                "{\"metadata\":{\"name\":\"new\",\"namespace\":\"demo\"},\"data\":{\"a\":\"1\"},"
                        + "\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}",
                answer.body().toString());
        assertEquals(201, answer.code());
    }

    @Test
    void a_generated_name_is_the_prefix_and_five_letters() {
        TestCluster.Answer answer = cluster.post(MAPS, "{\"metadata\":{\"generateName\":\"gen-\"}}");
        assertTrue(answer.text("metadata", "name").matches("gen-[a-z0-9]{5}"), answer.body()::toString);
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        create("taken");
        assertEquals(
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\","
                        + "\"message\":\"configmaps \\\"taken\\\" already exists\",\"reason\":\"AlreadyExists\","
                        + "\"details\":{\"name\":\"taken\",\"kind\":\"configmaps\"},\"code\":409}",
                cluster.post(MAPS, "{\"metadata\":{\"name\":\"taken\"}}").body().toString());
    }

    @Test
    void names_have_rules() {
        String refusal =
                cluster.post(MAPS, "{\"metadata\":{\"name\":\"Not_Good\"}}").refusal();
        assertTrue(
                refusal.startsWith("422 Invalid: ConfigMap \"Not_Good\" is invalid: metadata.name: Invalid value:"
                        + " \"Not_Good\": a lowercase RFC 1123 subdomain must consist of"),
                refusal);
        assertEquals(
                "422 Invalid: ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required",
                cluster.post(MAPS, "{\"metadata\":{}}").refusal());
    }

    @Test
    void several_faults_are_told_at_once() {
        TestCluster.Answer answer = cluster.post(
                CONFIGS, "{\"metadata\":{\"name\":\"faulty\"},\"spec\":{\"runPolicy\":\"Never\",\"strategy\":{}}}");
        assertEquals(
                "422 Invalid: BuildConfig.build.openshift.io \"faulty\" is invalid: [spec.source: Invalid value: \"\": must"
                        + " provide a value for at least one source input(git, binary, dockerfile, images)., spec.strategy:"
                        + " Invalid value: {}: must provide a value for exactly one of sourceStrategy, customStrategy,"
                        + " dockerStrategy, or jenkinsPipelineStrategy, spec.runPolicy: Invalid value: \"Never\": run policy"
                        + " must be Parallel, Serial, or SerialLatestOnly]",
                answer.refusal());
        assertEquals(3, answer.body().path("details").path("causes").size());
        assertEquals("BuildConfig", answer.text("details", "kind"));
    }

    @Test
    void what_does_not_fit_the_path_is_refused() {
        assertEquals(
                "400 BadRequest: the namespace of the provided object does not match the namespace sent on the request",
                cluster.post(MAPS, "{\"metadata\":{\"name\":\"x\",\"namespace\":\"other\"}}")
                        .refusal());
        assertEquals(
                "400 BadRequest: the API version in the data (v2) does not match the expected API version (v1)",
                cluster.post(MAPS, "{\"apiVersion\":\"v2\",\"metadata\":{\"name\":\"x\"}}")
                        .refusal());
        create("pathname");
        assertEquals(
                "400 BadRequest: the name of the object (other) does not match the name on the URL (pathname)",
                cluster.put(MAPS + "/pathname", "{\"metadata\":{\"name\":\"other\"}}")
                        .refusal());
    }

    @Test
    void what_cannot_be_read_is_a_bad_request() {
        for (String body : List.of("{", "[]", "\"text\"", "", "{\"a\":".repeat(3000))) {
            assertEquals(400, cluster.post(MAPS, body).code(), body);
        }
    }

    @Test
    void an_unknown_media_type_is_refused() {
        assertEquals(
                "415 UnsupportedMediaType: the body of the request was in an unknown format - accepted media types include:"
                        + " application/json, application/yaml, application/vnd.kubernetes.protobuf",
                cluster.send(cluster.request(cluster.developer, MAPS, "Content-Type", "text/csv")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("a,b")))
                        .refusal());
        assertEquals(406, cluster.get(MAPS, "Accept", "text/html").code());
    }

    @Test
    void a_body_of_more_than_three_megabytes_is_refused() {
        assertEquals(413, cluster.post(MAPS, " ".repeat(3 * 1024 * 1024 + 1)).code());
    }

    @Test
    void yaml_is_understood() {
        TestCluster.Answer answer = cluster.send(cluster.request(
                        cluster.developer, MAPS, "Content-Type", "application/yaml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("metadata: {name: yaml}\ndata: {a: b}\n")));
        assertEquals("b", answer.text("data", "a"));
    }

    @Test
    void an_update_from_an_older_state_is_a_conflict() {
        JsonNode created = create("stale");
        ObjectNode changed = created.deepCopy();
        Json.child(changed, "data").put("a", "1");
        assertEquals(200, cluster.put(MAPS + "/stale", changed.toString()).code());
        assertEquals(
                "409 Conflict: Operation cannot be fulfilled on configmaps \"stale\": the object has been modified; please"
                        + " apply your changes to the latest version and try again",
                cluster.put(MAPS + "/stale", changed.toString()).refusal());
    }

    @Test
    void some_kinds_want_to_know_which_state_is_updated() {
        create("blind");
        assertEquals(200, cluster.put(MAPS + "/blind", "{\"data\":{}}").code());
        cluster.post(CONFIGS, CONFIG.formatted("blind"));
        assertEquals(
                "422 Invalid: BuildConfig.build.openshift.io \"blind\" is invalid: metadata.resourceVersion: Invalid value:"
                        + " 0x0: must be specified for an update",
                cluster.put(CONFIGS + "/blind", CONFIG.formatted("blind")).refusal());
    }

    @Test
    void generations_count_what_is_wanted_and_nothing_else() {
        cluster.post(CONFIGS, CONFIG.formatted("counted"));
        cluster.patch(CONFIGS + "/counted", "merge-patch+json", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        assertEquals(
                1,
                cluster.get(CONFIGS + "/counted")
                        .body()
                        .path("metadata")
                        .path("generation")
                        .asInt());
        cluster.patch(CONFIGS + "/counted", "merge-patch+json", "{\"spec\":{\"runPolicy\":\"Parallel\"}}");
        assertEquals(
                2,
                cluster.get(CONFIGS + "/counted")
                        .body()
                        .path("metadata")
                        .path("generation")
                        .asInt());
    }

    @Test
    void a_change_of_nothing_is_no_new_state() {
        JsonNode created = create("same");
        TestCluster.Answer patched = cluster.patch(MAPS + "/same", "merge-patch+json", "{}");
        assertEquals(created, patched.body());
    }

    @Test
    void a_dry_run_does_everything_but_keep_the_result() {
        assertEquals(
                201,
                cluster.post(MAPS + "?dryRun=All", "{\"metadata\":{\"name\":\"dry\"}}")
                        .code());
        assertEquals(404, cluster.get(MAPS + "/dry").code());
        JsonNode created = create("dry2");
        TestCluster.Answer patched =
                cluster.patch(MAPS + "/dry2?dryRun=All", "merge-patch+json", "{\"data\":{\"a\":\"1\"}}");
        assertEquals("1", patched.text("data", "a"));
        assertEquals(200, cluster.delete(MAPS + "/dry2?dryRun=All", "").code());
        assertEquals(created, cluster.get(MAPS + "/dry2").body());
    }

    @Test
    void a_deletion_tells_what_is_gone() {
        String uid = Json.at(create("gone"), "metadata", "uid");
        assertEquals(
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Success\",\"details\":{\"name\":"
                        + "\"gone\",\"kind\":\"configmaps\",\"uid\":\"" + uid + "\"}}",
                cluster.delete(MAPS + "/gone", "").body().toString());
        assertEquals(
                "404 NotFound: configmaps \"gone\" not found",
                cluster.delete(MAPS + "/gone", "").refusal());
    }

    @Test
    void a_deletion_can_be_bound_to_a_state() {
        String revision = Json.at(create("bound"), "metadata", "resourceVersion");
        assertEquals(
                409,
                cluster.delete(MAPS + "/bound", "{\"preconditions\":{\"uid\":\"other\"}}")
                        .code());
        assertEquals(
                409,
                cluster.delete(MAPS + "/bound", "{\"preconditions\":{\"resourceVersion\":\"1\"}}")
                        .code());
        assertEquals(
                200,
                cluster.delete(MAPS + "/bound", "{\"preconditions\":{\"resourceVersion\":\"" + revision + "\"}}")
                        .code());
    }

    @Test
    void finalizers_hold_an_object_back() {
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"held\",\"finalizers\":[\"example.com/wait\"]}}");
        TestCluster.Answer deleted = cluster.delete(MAPS + "/held", "");
        assertTrue(deleted.body().path("metadata").has("deletionTimestamp"), deleted.body()::toString);
        assertEquals(200, cluster.get(MAPS + "/held").code());
        cluster.patch(MAPS + "/held", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}");
        assertEquals(404, cluster.get(MAPS + "/held").code());
    }

    @Test
    void what_an_object_owns_goes_with_it() {
        owned("owner1", "owned1");
        cluster.delete(MAPS + "/owner1", "");
        assertEquals(404, cluster.get(MAPS + "/owned1").code());
    }

    @Test
    void orphans_stay_without_a_reference() {
        owned("owner2", "owned2");
        cluster.delete(MAPS + "/owner2", "{\"propagationPolicy\":\"Orphan\"}");
        assertEquals(
                "",
                cluster.get(MAPS + "/owned2")
                        .body()
                        .path("metadata")
                        .path("ownerReferences")
                        .toString());
    }

    @Test
    void deleted_in_the_foreground_an_owner_outlives_what_it_owns() {
        String uid = owned("owner3", "owned3");
        cluster.patch(MAPS + "/owned3", "merge-patch+json", "{\"metadata\":{\"finalizers\":[\"example.com/wait\"]}}");
        cluster.delete(MAPS + "/owner3", "{\"propagationPolicy\":\"Foreground\"}");
        assertEquals(uid, cluster.get(MAPS + "/owner3").text("metadata", "uid"));
        cluster.patch(MAPS + "/owned3", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}");
        assertEquals(404, cluster.get(MAPS + "/owned3").code());
        assertEquals(404, cluster.get(MAPS + "/owner3").code());
    }

    @Test
    void a_collection_is_deleted_by_selector() {
        for (String name : List.of("col1", "col2", "col3")) {
            cluster.post(MAPS, "{\"metadata\":{\"name\":\"%s\",\"labels\":{\"col\":\"%s\"}}}".formatted(name, name));
        }
        cluster.delete(MAPS + "?labelSelector=col%20in%20(col1,col3)", "");
        assertEquals(404, cluster.get(MAPS + "/col1").code());
        assertEquals(200, cluster.get(MAPS + "/col2").code());
        assertEquals(404, cluster.get(MAPS + "/col3").code());
    }

    @Test
    void a_namespace_takes_everything_with_it() throws InterruptedException {
        cluster.post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"doomed\"}}");
        cluster.post("/api/v1/namespaces/doomed/configmaps", "{\"metadata\":{\"name\":\"x\"}}");
        assertEquals(
                "Success",
                cluster.delete("/apis/project.openshift.io/v1/projects/doomed", "")
                        .text("status"));
        // The namespace goes last, after what is in it.
        for (int i = 0; i < 1200 && cluster.get("/api/v1/namespaces/doomed").code() == 200; i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), cluster.store.keysIn("doomed"));
        assertEquals(
                "403",
                cluster.get("/api/v1/namespaces/doomed/configmaps").refusal().substring(0, 3));
    }

    @Test
    void a_namespace_stays_until_all_who_hold_it_agree() throws InterruptedException {
        String namespaces = "/api/v1/namespaces";
        cluster.post(
                cluster.admin,
                namespaces,
                "{\"metadata\":{\"name\":\"shared\"},\"spec\":{\"finalizers\":[\"example.com/a\"]}}");
        cluster.send(cluster.request(cluster.admin, namespaces + "/shared").DELETE());
        String finalizers = "";
        for (int i = 0; i < 3000 && !finalizers.equals("[\"example.com/a\"]"); i++) {
            Thread.sleep(20);
            finalizers = cluster.store
                    .get(new Key("namespaces", "", "shared"))
                    .orElseThrow()
                    .at("/spec/finalizers")
                    .toString();
        }
        assertEquals("[\"example.com/a\"]", finalizers);
        var request =
                cluster.request(cluster.admin, namespaces + "/shared/finalize", "Content-Type", "application/json");
        TestCluster.Answer done = cluster.send(request.PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                "{\"metadata\":{\"name\":\"shared\"},\"spec\":{\"finalizers\":[]}}")));
        assertEquals(200, done.code(), done::refusal);
        assertEquals(
                true, cluster.store.get(new Key("namespaces", "", "shared")).isEmpty());
    }

    @Test
    void a_status_is_written_by_itself() {
        String routes = "/apis/route.openshift.io/v1/namespaces/demo/routes";
        cluster.post(routes, "{\"metadata\":{\"name\":\"r\"},\"spec\":{\"to\":{\"name\":\"s\"}}}");
        TestCluster.Answer written = cluster.patch(
                routes + "/r/status",
                "merge-patch+json",
                "{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{\"host\":\"x\"},\"status\":{\"ingress\":[{\"host\":\"h\"}]}}");
        assertEquals("h", written.body().at("/status/ingress/0/host").asText());
        assertEquals("r-demo.apps.localhost", written.text("spec", "host"));
        assertEquals(false, written.body().path("metadata").has("labels"));
        JsonNode manager = written.body().at("/metadata/managedFields/1");
        assertEquals("status", Json.at(manager, "subresource"));
        assertEquals(
                409,
                cluster.put(routes + "/r/status", "{\"metadata\":{\"resourceVersion\":\"1\"},\"status\":{}}")
                        .code());
    }

    @Test
    void stored_secrets_are_opaque_and_their_plain_texts_encoded() {
        TestCluster.Answer answer = cluster.post(
                "/api/v1/namespaces/demo/secrets", "{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"a\":\"text\"}}");
        assertEquals("Opaque", answer.text("type"));
        assertEquals("{\"a\":\"dGV4dA==\"}", answer.body().path("data").toString());
        assertEquals(false, answer.body().has("stringData"));
        assertEquals(
                "422 Invalid: Secret \"t\" is invalid: [data[tls.crt]: Required value, data[tls.key]: Required value]",
                cluster.post(
                                "/api/v1/namespaces/demo/secrets",
                                "{\"metadata\":{\"name\":\"t\"},\"type\":\"kubernetes.io/tls\"}")
                        .refusal());
    }

    private String owned(String owner, String owned) {
        String uid = Json.at(create(owner), "metadata", "uid");
        cluster.post(MAPS, """
                {"metadata":{"name":"%s","ownerReferences":[
                  {"apiVersion":"v1","kind":"ConfigMap","name":"%s","uid":"%s"}]}}""".formatted(owned, owner, uid));
        return uid;
    }

    private JsonNode create(String name) {
        TestCluster.Answer answer = cluster.post(MAPS, "{\"metadata\":{\"name\":\"" + name + "\"}}");
        assertEquals(201, answer.code(), answer::refusal);
        return answer.body();
    }
}
