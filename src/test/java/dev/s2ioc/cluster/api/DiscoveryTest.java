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

/** What is said to be served, in both forms; and that it is, and nothing else. */
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
                }
            }
        }
        assertEquals(plain, aggregated);
    }

    /** 405 is the answer to a verb that is not served; anything else has been understood. */
    @Test
    void advertised_verbs_are_served_and_others_are_not() {
        List<String> wrong = new ArrayList<>();
        List<String> roots = new ArrayList<>(List.of("/api/v1"));
        cluster.get("/apis")
                .body()
                .path("groups")
                .forEach(group -> roots.add(
                        "/apis/" + group.at("/preferredVersion/groupVersion").asText()));
        for (String root : roots) {
            for (JsonNode resource : cluster.get(root).body().path("resources")) {
                if (Json.at(resource, "name").contains("/")) {
                    continue;
                }
                String collection = root
                        + (resource.path("namespaced").asBoolean() ? "/namespaces/demo/" : "/")
                        + Json.at(resource, "name");
                for (String verb :
                        List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch")) {
                    boolean advertised = resource.path("verbs")
                            .valueStream()
                            .anyMatch(found -> found.asText().equals(verb));
                    boolean served = ask(collection, verb).code() != 405;
                    if (advertised != served) {
                        wrong.add(collection + " " + verb + ": advertised " + advertised + ", served " + served);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private TestCluster.Answer ask(String collection, String verb) {
        String one = collection + "/nothing-like-this";
        var none = java.net.http.HttpRequest.BodyPublishers.noBody();
        var bad = java.net.http.HttpRequest.BodyPublishers.ofString("[]");
        String json = "application/json";
        return cluster.send(
                switch (verb) {
                    case "create" ->
                        cluster.request(cluster.admin, collection, "Content-Type", json)
                                .POST(bad);
                    case "delete" -> cluster.request(cluster.admin, one).DELETE();
                    case "deletecollection" ->
                        cluster.request(cluster.admin, collection + "?labelSelector=no%3Dmatch")
                                .DELETE();
                    case "get" -> cluster.request(cluster.admin, one).GET();
                    case "list" -> cluster.request(cluster.admin, collection).GET();
                    case "patch" ->
                        cluster.request(cluster.admin, one, "Content-Type", "application/merge-patch+json")
                                .method("PATCH", bad);
                    case "update" ->
                        cluster.request(cluster.admin, one, "Content-Type", json)
                                .PUT(bad);
                    default ->
                        cluster.request(cluster.admin, collection + "?watch=true&timeoutSeconds=1&resourceVersion=1")
                                .method("GET", none);
                });
    }

    private static String contentType(TestCluster.Answer answer) {
        return answer.response().headers().firstValue("Content-Type").orElse("");
    }
}
