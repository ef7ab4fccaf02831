package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.store.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists: selectors, pages, revisions and forms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory);
        create("a", "{\"app\":\"x\",\"tier\":\"1\"}");
        create("b", "{\"app\":\"y\",\"tier\":\"2\"}");
        create("c", "{\"app\":\"x\"}");
        create("d", "{}");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    app=x                      | a,c
                    app==x,tier=1              | a
                    app!=x                     | b,d
                    app in (x, y)              | a,b,c
                    app notin (x),tier         | b
                    tier                       | a,b
                    !tier                      | c,d
                    tier>1                     | b
                    app in (x),!tier           | c
                    """)
    void label_selectors_choose(String selector, String names) {
        assertEquals(names, names(cluster.get(MAPS + "?labelSelector=" + encoded(selector))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    metadata.name=b            | b
                    metadata.name!=b           | a,c,d
                    metadata.namespace=demo    | a,b,c,d
                    """)
    void field_selectors_choose(String selector, String names) {
        assertEquals(names, names(cluster.get(MAPS + "?fieldSelector=" + encoded(selector))));
    }

    @Test
    void selectors_that_mean_nothing_are_refused() {
        assertEquals(400, cluster.get(MAPS + "?labelSelector=" + encoded("a=(")).code());
        assertEquals(
                "400 BadRequest: field label not supported: data.a",
                cluster.get(MAPS + "?fieldSelector=data.a%3D1").refusal());
    }

    @Test
    void pages_follow_each_other() {
        TestCluster.Answer first = cluster.get(MAPS + "?limit=3");
        assertEquals("a,b,c", names(first));
        assertEquals(1, first.body().path("metadata").path("remainingItemCount").asInt());
        String token = first.text("metadata", "continue");
        TestCluster.Answer second = cluster.get(MAPS + "?limit=3&continue=" + token);
        assertEquals("d", names(second));
        assertEquals(false, second.body().path("metadata").has("continue"));
        assertEquals(first.text("metadata", "resourceVersion"), second.text("metadata", "resourceVersion"));
    }

    @Test
    void a_page_is_filled_with_what_the_selector_chooses() {
        TestCluster.Answer first = cluster.get(MAPS + "?limit=2&labelSelector=app%3Dx");
        assertEquals("a,c", names(first));
    }

    @Test
    void a_page_after_a_history_that_is_gone_is_expired() {
        String token = cluster.get(MAPS + "?limit=1").text("metadata", "continue");
        create("tmp", "{}");
        cluster.delete(MAPS + "/tmp", "");
        cluster.store.compact(cluster.store.revision());
        TestCluster.Answer refused = cluster.get(MAPS + "?limit=1&continue=" + token);
        assertEquals("410 Expired", refused.code() + " " + refused.text("reason"));
        String rest = refused.text("metadata", "continue");
        assertEquals("b,c", names(cluster.get(MAPS + "?limit=2&continue=" + rest)));
        assertEquals(400, cluster.get(MAPS + "?limit=1&continue=nonsense").code());
    }

    @Test
    void a_revision_from_the_future_is_refused() {
        assertEquals(504, cluster.get(MAPS + "?resourceVersion=999999").code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    resourceVersionMatch=Exact                       | resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided
                    resourceVersionMatch=Exact&resourceVersion=0     | resourceVersionMatch: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"
                    sendInitialEvents=true                           | sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list
                    watch=1&sendInitialEvents=true                   | resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan
                    """)
    void revisions_that_cannot_be_shown_are_refused(String query, String why) {
        assertEquals(
                "422 Invalid: ListOptions.meta.k8s.io \"\" is invalid: " + why,
                cluster.get(MAPS + "?" + query).refusal());
    }

    @Test
    void an_exact_revision_is_shown_as_it_was() {
        long before = cluster.store.revision();
        create("later", "{}");
        assertEquals("a,b,c,d", names(cluster.get(MAPS + "?resourceVersionMatch=Exact&resourceVersion=" + before)));
        cluster.delete(MAPS + "/later", "");
    }

    @Test
    void a_list_says_its_kind_once() {
        TestCluster.Answer list = cluster.get(MAPS + "?fieldSelector=metadata.name%3Da");
        assertEquals("ConfigMapList v1", list.text("kind") + " " + list.text("apiVersion"));
        assertEquals(false, list.body().path("items").get(0).has("kind"));
        assertEquals("ConfigMap", cluster.get(MAPS + "/a").text("kind"));
    }

    @Test
    void a_table_has_cells_and_the_object_as_wanted() {
        TestCluster.Answer metadata = cluster.get(MAPS + "/a", "Accept", TABLE);
        assertEquals("Table meta.k8s.io/v1", metadata.text("kind") + " " + metadata.text("apiVersion"));
        assertEquals("a", metadata.body().at("/rows/0/cells/0").asText());
        assertEquals("0", metadata.body().at("/rows/0/cells/1").asText());
        assertEquals(
                "PartialObjectMetadata",
                metadata.body().at("/rows/0/object/kind").asText());
        assertEquals(
                true,
                cluster.get(MAPS + "/a?includeObject=None", "Accept", TABLE)
                        .body()
                        .at("/rows/0/object")
                        .isNull());
        assertEquals(
                "ConfigMap",
                cluster.get(MAPS + "/a?includeObject=Object", "Accept", TABLE)
                        .body()
                        .at("/rows/0/object/kind")
                        .asText());
    }

    @Test
    void metadata_alone_can_be_asked_for() {
        TestCluster.Answer list =
                cluster.get(MAPS, "Accept", "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        assertEquals("PartialObjectMetadataList", list.text("kind"));
        assertEquals(false, list.body().path("items").get(0).has("data"));
    }

    private void create(String name, String labels) {
        cluster.post(MAPS, "{\"metadata\":{\"name\":\"%s\",\"labels\":%s}}".formatted(name, labels));
    }

    private static String names(TestCluster.Answer list) {
        return String.join(
                ",",
                list.body()
                        .path("items")
                        .valueStream()
                        .map(item -> Json.at(item, "metadata", "name"))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
