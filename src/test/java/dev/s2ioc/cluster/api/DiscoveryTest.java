package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be served, in both forms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryTest {
    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void the_form_is_the_one_that_was_asked_for_and_says_so() {
        String aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        TestCluster.Answer answer = cluster.get("/apis", "Accept", aggregated + ",application/json");
        assertEquals(aggregated, contentType(answer));
        assertEquals("APIGroupDiscoveryList", answer.text("kind"));
        TestCluster.Answer plain = cluster.get("/apis", "Accept", "application/json, */*");
        assertEquals("application/json", contentType(plain));
        assertEquals("APIGroupList", plain.text("kind"));
        assertEquals("APIVersions", cluster.get("/api").text("kind"));
        assertEquals(406, cluster.get("/api", "Accept", "text/html").code());
    }

    /** kubectl's debug looks into them. */
    @Test
    void what_leads_nowhere_has_details_that_say_nothing() {
        assertEquals("{}", cluster.get("/api/v1/nothing").body().path("details").toString());
    }

    @Test
    void groups_are_in_the_order_of_kubernetes_then_by_name() {
        List<String> groups = new ArrayList<>();
        cluster.get("/apis").body().path("groups").forEach(group -> groups.add(Json.at(group, "name")));
        assertEquals("authentication.k8s.io", groups.getFirst());
        List<String> own =
                groups.stream().filter(group -> group.endsWith(".openshift.io")).toList();
        assertEquals(own.stream().sorted().toList(), own);
        assertEquals(own, groups.subList(groups.size() - own.size(), groups.size()));
    }

    @Test
    void both_forms_say_the_same() {
        List<String> plain = new ArrayList<>();
        for (JsonNode group : cluster.get("/apis").body().path("groups")) {
            String version = group.at("/preferredVersion/groupVersion").asText();
            for (JsonNode resource : cluster.get("/apis/" + version).body().path("resources")) {
                plain.add(version + " " + Json.at(resource, "name") + " " + Json.at(resource, "kind") + " "
                        + resource.path("verbs"));
            }
        }
        List<String> aggregated = new ArrayList<>();
        String form = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        for (JsonNode group : cluster.get("/apis", "Accept", form).body().path("items")) {
            for (JsonNode version : group.path("versions")) {
                for (JsonNode resource : version.path("resources")) {
                    aggregated.add(Json.at(group, "metadata", "name") + "/" + Json.at(version, "version") + " "
                            + Json.at(resource, "resource") + " " + Json.at(resource, "responseKind", "kind") + " "
                            + resource.path("verbs"));
                    for (JsonNode sub : resource.path("subresources")) {
                        aggregated.add(Json.at(group, "metadata", "name") + "/" + Json.at(version, "version") + " "
                                + Json.at(resource, "resource") + "/" + Json.at(sub, "subresource") + " "
                                + Json.at(sub, "responseKind", "kind") + " " + sub.path("verbs"));
                    }
                }
            }
        }
        assertEquals(plain, aggregated);
    }

    private static String contentType(TestCluster.Answer answer) {
        return answer.response().headers().firstValue("Content-Type").orElse("");
    }
}
