package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Stateful sets keep their pods' names and claims, in order, through updates and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatefulSetTest {
    private static final String SETS = Room.APPS + "statefulsets";
    private static final String CLAIM = """
            "volumeClaimTemplates":[{"metadata":{"name":"data"},"spec":{"accessModes":["ReadWriteOnce"],
              "resources":{"requests":{"storage":"1Gi"}}}}],""";

    private Room room;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory);
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private static String set(String name, long replicas, String more) {
        return Room.deployment(name, replicas, "one", "\"serviceName\":\"" + name + "\"," + more);
    }

    private JsonNode ready(String name, long count) {
        return room.await(
                SETS + "/" + name,
                each -> each.at("/status/readyReplicas").asLong() == count
                        && each.at("/status/replicas").asLong() == count
                        && each.at("/status/observedGeneration").equals(each.at("/metadata/generation")));
    }

    private JsonNode updated(String name) {
        return room.await(
                SETS + "/" + name,
                each -> each.at("/status/observedGeneration").equals(each.at("/metadata/generation"))
                        && each.at("/status/updateRevision").equals(each.at("/status/currentRevision"))
                        && each.at("/status/readyReplicas").equals(each.at("/spec/replicas")));
    }

    private JsonNode pod(String name) {
        return room.get(Room.CORE + "pods/" + name).body();
    }

    private List<String> names(String path) {
        return room.get(path)
                .body()
                .path("items")
                .valueStream()
                .map(each -> Json.at(each, "metadata", "name"))
                .toList();
    }

    private List<String> notes(String set) {
        return room.get(Room.CORE + "events?fieldSelector=involvedObject.kind%3DStatefulSet,involvedObject.name%3D"
                        + set)
                .body()
                .path("items")
                .valueStream()
                .map(each -> Json.at(each, "reason") + ": " + Json.at(each, "message"))
                .toList();
    }

    private void patch(String name, String patch) {
        assertEquals(
                200,
                room.patch(SETS + "/" + name, "strategic-merge-patch+json", patch)
                        .code());
    }

    private void image(String name, String image) {
        patch(
                name,
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"" + image + "\"}]}}}}");
    }

    @Test
    void pods_come_in_order_with_names_and_claims_that_stay() {
        room.post(SETS, set("db", 2, CLAIM));
        JsonNode status = ready("db", 2).path("status");
        JsonNode pod = pod("db-1");
        assertEquals(
                "db-1.db",
                pod.at("/spec/hostname").asText() + "."
                        + pod.at("/spec/subdomain").asText());
        assertEquals(
                "db-1 1 " + Json.at(status, "updateRevision"),
                Json.at(pod, "metadata", "labels", "statefulset.kubernetes.io/pod-name")
                        + " " + Json.at(pod, "metadata", "labels", "apps.kubernetes.io/pod-index")
                        + " " + Json.at(pod, "metadata", "labels", "controller-revision-hash"));
        assertEquals(
                "data-db-1",
                pod.at("/spec/volumes/0/persistentVolumeClaim/claimName").asText());
        JsonNode claim = room.await(
                Room.CORE + "persistentvolumeclaims/data-db-1",
                each -> Json.at(each, "status", "phase").equals("Bound"));
        assertEquals("1Gi", Json.at(claim, "status", "capacity", "storage"));
        assertEquals("db", Json.at(claim, "metadata", "labels", "app"));
        assertEquals(
                List.of(
                        "SuccessfulCreate: create Claim data-db-0 Pod db-0 in StatefulSet db success",
                        "SuccessfulCreate: create Pod db-0 in StatefulSet db successful",
                        "SuccessfulCreate: create Claim data-db-1 Pod db-1 in StatefulSet db success",
                        "SuccessfulCreate: create Pod db-1 in StatefulSet db successful"),
                notes("db").stream().filter(note -> note.startsWith("Succ")).toList().stream()
                        .sorted(java.util.Comparator.comparing(
                                note -> note.replaceAll(".*(db-\\d) in.*", "$1") + (note.contains("Claim") ? 0 : 1)))
                        .toList());
        String uid = Json.at(pod, "metadata", "uid");
        room.delete(Room.CORE + "pods/db-1", "");
        room.await(
                Room.CORE + "pods/db-1",
                each -> each.has("spec") && !Json.at(each, "metadata", "uid").equals(uid));
        room.patch(SETS + "/db/scale", "merge-patch+json", "{\"spec\":{\"replicas\":0}}");
        room.await(SETS + "/db", each -> each.at("/status/replicas").asLong() == 0);
        assertEquals(
                Json.at(claim, "metadata", "uid"),
                Json.at(room.get(Room.CORE + "persistentvolumeclaims/data-db-1").body(), "metadata", "uid"));
        room.delete(SETS + "/db", "");
        assertEquals(List.of(), names(Room.APPS + "controllerrevisions?labelSelector=app%3Ddb"));
    }

    @Test
    void one_that_is_not_ready_keeps_the_next_from_coming_unless_they_are_parallel() throws InterruptedException {
        room.broken = "broken";
        room.post(SETS, set("slow", 2, "").replace("\"one\"", "\"broken\""));
        room.post(SETS, set("quick", 2, "\"podManagementPolicy\":\"Parallel\",").replace("\"one\"", "\"broken\""));
        room.await(SETS + "/quick", each -> each.at("/status/replicas").asLong() == 2);
        room.await(SETS + "/slow", each -> each.at("/status/replicas").asLong() == 1);
        Thread.sleep(300);
        assertEquals(List.of("slow-0"), names(Room.CORE + "pods?labelSelector=app%3Dslow"));
    }

    @Test
    void an_update_goes_down_to_the_partition_and_is_taken_back() {
        room.post(SETS, set("roll", 3, ""));
        String first = Json.at(updated("roll"), "status", "currentRevision");
        patch("roll", "{\"spec\":{\"updateStrategy\":{\"rollingUpdate\":{\"partition\":2}}}}");
        image("roll", "two");
        JsonNode part = room.await(
                SETS + "/roll",
                each -> each.at("/status/updatedReplicas").asLong() == 1
                        && each.at("/status/readyReplicas").asLong() == 3);
        assertEquals(
                first + " 2",
                Json.at(part, "status", "currentRevision") + " "
                        + part.at("/status/currentReplicas").asLong());
        assertEquals(
                "one two",
                pod("roll-1").at("/spec/containers/0/image").asText() + " "
                        + pod("roll-2").at("/spec/containers/0/image").asText());
        patch("roll", "{\"spec\":{\"updateStrategy\":{\"rollingUpdate\":{\"partition\":0}}}}");
        updated("roll");
        assertEquals("two", pod("roll-0").at("/spec/containers/0/image").asText());
        image("roll", "one");
        assertEquals(first, Json.at(updated("roll"), "status", "currentRevision"));
        List<Long> numbers = room.get(Room.APPS + "controllerrevisions?labelSelector=app%3Droll")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("revision").asLong())
                .sorted()
                .toList();
        assertEquals(List.of(2L, 3L), numbers);
    }

    @Test
    void on_delete_it_waits_and_history_is_kept_as_long_as_wanted() {
        room.post(SETS, set("lazy", 1, "\"updateStrategy\":{\"type\":\"OnDelete\"},\"revisionHistoryLimit\":1,"));
        ready("lazy", 1);
        for (String image : List.of("two", "three", "four")) {
            image("lazy", image);
            room.await(
                    SETS + "/lazy",
                    each -> each.at("/status/observedGeneration").equals(each.at("/metadata/generation")));
        }
        assertEquals("one", pod("lazy-0").at("/spec/containers/0/image").asText());
        String uid = Json.at(pod("lazy-0"), "metadata", "uid");
        room.delete(Room.CORE + "pods/lazy-0", "");
        room.await(
                Room.CORE + "pods/lazy-0",
                each -> each.has("spec") && !Json.at(each, "metadata", "uid").equals(uid));
        assertEquals("four", pod("lazy-0").at("/spec/containers/0/image").asText());
        room.await(
                Room.APPS + "controllerrevisions?labelSelector=app%3Dlazy",
                each -> each.path("items").size() <= 3);
    }

    @Test
    void claims_go_with_the_pod_or_the_set_when_that_is_wanted() {
        room.post(
                SETS,
                set(
                        "tidy",
                        2,
                        CLAIM
                                + "\"persistentVolumeClaimRetentionPolicy\":{\"whenDeleted\":\"Delete\",\"whenScaled\":\"Delete\"},"));
        ready("tidy", 2);
        patch("tidy", "{\"spec\":{\"replicas\":1}}");
        room.await(
                Room.CORE + "persistentvolumeclaims/data-tidy-1",
                each -> each.path("code").asInt() == 404);
        room.await(
                Room.CORE + "persistentvolumeclaims/data-tidy-0",
                each -> Json.at(Owner.of(each).orElse(Json.object()), "name").equals("tidy"));
        room.delete(SETS + "/tidy", "");
        room.await(
                Room.CORE + "persistentvolumeclaims/data-tidy-0",
                each -> each.path("code").asInt() == 404);
    }

    @Test
    void what_it_must_not_say_is_refused_in_the_words_of_kubernetes() {
        ObjectNode bad = Room.json(
                set("bad.name", 1, "\"podManagementPolicy\":\"Random\",\"updateStrategy\":{\"type\":\"X\"},"));
        String message = room.post(SETS, bad.toString()).text("message");
        for (String part : List.of(
                "metadata.name: Invalid value: \"bad.name\": a lowercase RFC 1123 label must consist",
                "spec.podManagementPolicy: Invalid value: \"Random\": must be 'OrderedReady' or 'Parallel'",
                "must be 'RollingUpdate' or 'OnDelete'")) {
            assertTrue(message.contains(part), message);
        }
        room.post(SETS, set("fixed", 0, ""));
        assertEquals(
                "StatefulSet.apps \"fixed\" is invalid: spec: Forbidden: updates to statefulset spec for fields other"
                        + " than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit',"
                        + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
                room.patch(SETS + "/fixed", "merge-patch+json", "{\"spec\":{\"serviceName\":\"other\"}}")
                        .text("message"));
    }

    @Test
    void a_pod_of_the_sets_name_is_found_by_its_ordinal_only() {
        JsonNode owner = Room.json("{\"metadata\":{\"name\":\"a\"}}");
        for (String[] each : new String[][] {{"a-0", "0"}, {"a-10", "10"}, {"a-01", ""}, {"a-x", ""}, {"b-1", ""}}) {
            JsonNode pod = Room.json("{\"metadata\":{\"name\":\"" + each[0] + "\"}}");
            assertEquals(
                    each[1],
                    StatefulPods.ordinal(owner, pod).stream()
                            .mapToObj(Long::toString)
                            .findFirst()
                            .orElse(""));
        }
    }
}
