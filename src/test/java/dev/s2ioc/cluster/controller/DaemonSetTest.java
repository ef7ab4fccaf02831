package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Daemon sets have one pod on the one node, and bring it up to date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaemonSetTest {
    private static final String SETS = Room.APPS + "daemonsets";

    private Room room;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory);
        room.broken = "broken";
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private void post(String name, String more) {
        String set = Room.deployment(name, 1, "one", more).replace("\"replicas\":1,", "");
        assertEquals(201, room.post(SETS, set).code());
    }

    private JsonNode until(String name, String numbers) {
        return room.await(
                SETS + "/" + name,
                each -> each.at("/status/observedGeneration").equals(each.at("/metadata/generation"))
                        && numbers.equals(numbers(each.path("status"))));
    }

    /** Desired, current, ready, up to date, available. */
    private static String numbers(JsonNode status) {
        StringBuilder numbers = new StringBuilder();
        for (String field : List.of(
                "desiredNumberScheduled",
                "currentNumberScheduled",
                "numberReady",
                "updatedNumberScheduled",
                "numberAvailable")) {
            numbers.append(status.path(field).asLong(0));
        }
        return numbers.toString();
    }

    private void image(String name, String image) {
        room.patch(SETS + "/" + name, "strategic-merge-patch+json", """
                {"spec":{"template":{"spec":{"containers":[{"name":"c","image":"%s"}]}}}}""".formatted(image));
    }

    private JsonNode pods(String name) {
        return room.get(Room.CORE + "pods?labelSelector=app%3D" + name).body().path("items");
    }

    @Test
    void it_has_one_pod_that_is_made_anew_and_taken_back() {
        post("d", "");
        until("d", "11111");
        JsonNode pod = pods("d").get(0);
        assertEquals(1, pods("d").size());
        assertEquals("1", Json.at(pod, "metadata", "labels", "pod-template-generation"));
        assertTrue(pod.at("/spec/tolerations").toString().contains("node.kubernetes.io/unschedulable"));
        String first = Json.at(pod, "metadata", "labels", "controller-revision-hash");
        image("d", "two");
        room.await(
                SETS + "/d",
                each -> numbers(each.path("status")).equals("11111")
                        && pods("d")
                                .path(0)
                                .at("/spec/containers/0/image")
                                .asText()
                                .equals("two"));
        assertEquals(
                "2",
                Json.at(
                        room.get(SETS + "/d").body().path("metadata").path("annotations"),
                        "deprecated.daemonset.template.generation"));
        image("d", "one");
        room.await(
                SETS + "/d",
                each -> numbers(each.path("status")).equals("11111")
                        && Json.at(pods("d").path(0), "metadata", "labels", "controller-revision-hash")
                                .equals(first));
        List<Long> numbers = room.get(Room.APPS + "controllerrevisions?labelSelector=app%3Dd")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("revision").asLong())
                .sorted()
                .toList();
        assertEquals(List.of(2L, 3L), numbers);
    }

    @Test
    void the_new_pod_comes_first_when_it_may_and_the_old_one_stays_until_it_is_ready() {
        post("surge", "\"updateStrategy\":{\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":0}},");
        until("surge", "11111");
        image("surge", "broken");
        room.await(SETS + "/surge", each -> pods("surge").size() == 2);
        image("surge", "two");
        room.await(
                SETS + "/surge",
                each -> pods("surge").size() == 1
                        && pods("surge")
                                .path(0)
                                .at("/spec/containers/0/image")
                                .asText()
                                .equals("two"));
    }

    @Test
    void it_waits_for_the_deletion_or_has_no_pod_where_the_node_is_not_meant() {
        post("lazy", "\"updateStrategy\":{\"type\":\"OnDelete\"},");
        until("lazy", "11111");
        image("lazy", "two");
        until("lazy", "11101");
        room.delete(Room.CORE + "pods/" + Json.at(pods("lazy").get(0), "metadata", "name"), "");
        until("lazy", "11111");
        room.patch(
                SETS + "/lazy",
                "merge-patch+json",
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"disk\":\"fast\"}}}}}");
        until("lazy", "00000");
        room.await(SETS + "/lazy", each -> pods("lazy").isEmpty());
    }

    @Test
    void what_it_must_not_say_is_refused_in_the_words_of_kubernetes() {
        String message = room.post(
                        SETS,
                        Room.deployment(
                                        "bad",
                                        1,
                                        "i",
                                        "\"updateStrategy\":{\"rollingUpdate\":{\"maxSurge\":1,\"maxUnavailable\":1}},")
                                .replace("\"replicas\":1,", ""))
                .text("message");
        assertEquals(
                "DaemonSet.apps \"bad\" is invalid: spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may"
                        + " not be set when maxUnavailable is non-zero",
                message);
    }
}
