package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Server-side apply: who owns which field, what conflicts, what goes when nobody wants it any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerSideApplyTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String ACCOUNTS = "/api/v1/namespaces/demo/serviceaccounts";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(
                directory, machinery -> machinery.kinds().add(new StoredResource(machinery, new BuildConfigKind())));
    }

    @AfterAll
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    @Test
    void it_creates_what_is_missing_and_owns_what_it_said() {
        TestCluster.Answer created = apply("one", "new", "data: {a: '1'}");
        assertEquals(201, created.code());
        assertEquals(List.of("one Apply v1 {\"f:data\":{\"f:a\":{}}}"), managers(created.body()));
        TestCluster.Answer again = apply("one", "new", "data: {a: '1'}");
        assertEquals(200, again.code());
        assertEquals(created.body(), again.body());
    }

    @Test
    void an_update_owns_what_it_changes() {
        cluster.post(
                MAPS + "?fieldManager=maker",
                "{\"metadata\":{\"name\":\"upd\",\"labels\":{\"l\":\"1\"}},\"data\":{\"a\":\"1\"}}");
        TestCluster.Answer patched = cluster.patch(
                MAPS + "/upd?fieldManager=fixer", "merge-patch+json", "{\"data\":{\"b\":\"2\",\"a\":\"3\"}}");
        assertEquals(
                List.of(
                        "maker Update v1 {\"f:data\":{},\"f:metadata\":{\"f:labels\":{\".\":{},\"f:l\":{}}}}",
                        "fixer Update v1 {\"f:data\":{\"f:a\":{},\"f:b\":{}}}"),
                managers(patched.body()));
        TestCluster.Answer removed =
                cluster.patch(MAPS + "/upd", "json-patch+json", "[{\"op\":\"remove\",\"path\":\"/data/b\"}]");
        assertEquals(
                "fixer Update v1 {\"f:data\":{\"f:a\":{}}}",
                managers(removed.body()).getLast());
    }

    @Test
    void without_a_name_the_program_is_the_manager() {
        TestCluster.Answer created = cluster.send(cluster.request(
                        cluster.developer, MAPS, "Content-Type", "application/json", "User-Agent", "tool/1.2 (x)")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"metadata\":{\"name\":\"ua\"},\"data\":{\"a\":\"\"}}")));
        assertEquals(List.of("tool Update v1 {\"f:data\":{\".\":{},\"f:a\":{}}}"), managers(created.body()));
    }

    @Test
    void a_field_that_another_has_set_otherwise_is_a_conflict() {
        cluster.post(
                MAPS + "?fieldManager=other",
                "{\"metadata\":{\"name\":\"con\"},\"data\":{\"a\":\"1\",\"b\":\"1\",\"c\":\"1\"}}");
        TestCluster.Answer one = apply("me", "con", "data: {a: '2', c: '1'}");
        assertEquals(
                "409 Conflict: Apply failed with 1 conflict: conflict with \"other\" using v1: .data.a", one.refusal());
        assertEquals(
                "{\"causes\":[{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with \\\"other\\\" using v1\","
                        + "\"field\":\".data.a\"}]}",
                one.body().path("details").toString());
        assertEquals(
                "409 Conflict: Apply failed with 2 conflicts: conflicts with \"other\" using v1:\n- .data.a\n- .data.b",
                apply("me", "con", "data: {a: '2', b: '2'}").refusal());
        assertEquals("1", cluster.get(MAPS + "/con").text("data", "a"));
        TestCluster.Answer forced = apply("me&force=true", "con", "data: {a: '2', c: '1'}");
        assertEquals(
                "{\"a\":\"2\",\"b\":\"1\",\"c\":\"1\"}",
                forced.body().path("data").toString());
        assertEquals(
                List.of(
                        "other Update v1 {\"f:data\":{\".\":{},\"f:b\":{},\"f:c\":{}}}",
                        "me Apply v1 {\"f:data\":{\"f:a\":{},\"f:c\":{}}}"),
                managers(forced.body()));
    }

    @Test
    void what_its_only_owner_no_longer_names_goes() {
        apply("one", "gone", "data: {a: '1', b: '1', c: '1'}");
        apply("two", "gone", "data: {b: '1'}");
        assertEquals(
                "{\"b\":\"1\",\"c\":\"1\"}",
                apply("one", "gone", "data: {c: '1'}").body().path("data").toString());
        assertEquals(
                "{\"b\":\"1\"}",
                apply("one", "gone", "metadata: {labels: {x: y}}")
                        .body()
                        .path("data")
                        .toString());
    }

    @Test
    void elements_of_keyed_lists_have_owners_of_their_own() {
        String path = ACCOUNTS + "/robot?fieldManager=";
        applied(
                path + "one",
                "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
        TestCluster.Answer two = applied(
                path + "two", "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"c\"}]}");
        assertEquals(
                "[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}]",
                two.body().path("secrets").toString());
        assertEquals(
                "two Apply v1 {\"f:secrets\":{\"k:{\\\"name\\\":\\\"c\\\"}\":{\".\":{},\"f:name\":{}}}}",
                managers(two.body()).getLast());
        TestCluster.Answer less = applied(
                path + "one", "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"b\"}]}");
        assertEquals(
                "[{\"name\":\"b\"},{\"name\":\"c\"}]",
                less.body().path("secrets").toString());
    }

    @Test
    void an_object_that_nobody_has_applied_belongs_to_those_before() {
        TestCluster.Answer answer = applied(
                ACCOUNTS + "/builder?fieldManager=me",
                "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"labels\":{\"x\":\"y\"}}}");
        assertEquals(List.of("me Apply v1 {\"f:metadata\":{\"f:labels\":{\"f:x\":{}}}}"), managers(answer.body()));
    }

    @Test
    void a_build_config_is_applied_too() {
        String path = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/app?fieldManager=me";
        String config =
                "{\"apiVersion\":\"build.openshift.io/v1\",\"kind\":\"BuildConfig\",\"metadata\":{\"name\":\"app\"},"
                        + "\"spec\":{\"source\":{\"binary\":{}},\"strategy\":{\"dockerStrategy\":{\"noCache\":true}}}}";
        assertEquals(201, applied(path, config).code());
        TestCluster.Answer changed = applied(path, config.replace("true", "false"));
        assertEquals("2", changed.text("metadata", "generation"));
        assertEquals("false", changed.text("spec", "strategy", "dockerStrategy", "noCache"));
        assertEquals(
                "409 Conflict: Operation cannot be fulfilled on buildconfigs.build.openshift.io \"app\": the object has been"
                        + " modified; please apply your changes to the latest version and try again",
                applied(path, config.replace("\"name\":\"app\"", "\"name\":\"app\",\"resourceVersion\":\"2\""))
                        .refusal());
    }

    @Test
    void what_cannot_be_applied_is_refused() {
        assertEquals(
                "422 Invalid: PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply"
                        + " patch",
                applied(MAPS + "/x", "{}").refusal());
        assertEquals(
                "400 BadRequest: metadata.managedFields must be nil",
                apply("me", "x", "metadata: {managedFields: [{manager: you}]}").refusal());
        assertEquals(
                "400 BadRequest: the name of the object (y) does not match the name on the URL (x)",
                apply("me", "x", "metadata: {name: y}").refusal());
        assertEquals(400, applied(MAPS + "/x?fieldManager=me", "[1").code());
        assertEquals(
                "422 Invalid: PatchOptions.meta.k8s.io \"\" is invalid: force: Forbidden: may not be specified for non-apply"
                        + " patch",
                cluster.patch(MAPS + "/x?force=true", "merge-patch+json", "{}").refusal());
        assertEquals(
                415,
                applied("/apis/project.openshift.io/v1/projects/demo?fieldManager=me", "{}")
                        .code());
    }

    @Test
    void a_dry_run_keeps_nothing() {
        assertEquals(201, apply("me&dryRun=All", "dry", "data: {a: '1'}").code());
        assertEquals(404, cluster.get(MAPS + "/dry").code());
    }

    @Test
    void managed_fields_can_be_reset() {
        apply("me", "reset", "data: {a: '1'}");
        TestCluster.Answer answer =
                cluster.patch(MAPS + "/reset", "merge-patch+json", "{\"metadata\":{\"managedFields\":[{}]}}");
        assertEquals(List.of(), managers(answer.body()));
    }

    private TestCluster.Answer apply(String manager, String name, String yaml) {
        return applied(MAPS + "/" + name + "?fieldManager=" + manager, "apiVersion: v1\nkind: ConfigMap\n" + yaml);
    }

    private TestCluster.Answer applied(String path, String body) {
        return cluster.patch(path, "apply-patch+yaml", body);
    }

    private static List<String> managers(JsonNode object) {
        List<String> managers = new ArrayList<>();
        object.path("metadata").path("managedFields").forEach(entry -> {
            assertEquals("FieldsV1", Json.at(entry, "fieldsType"));
            managers.add(Json.at(entry, "manager") + " " + Json.at(entry, "operation") + " "
                    + Json.at(entry, "apiVersion") + " " + entry.path("fieldsV1"));
        });
        return managers;
    }
}
