package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** kubectl scales, rolls out, undoes and restarts what runs in the cluster, as on Kubernetes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlRolloutEngineTest {
    private Room room;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory);
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private String kubectl(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Stream.of("/usr/bin/kubectl", "/usr/local/bin/kubectl", "/bin/kubectl")
                .anyMatch(path -> Path.of(path).toFile().canExecute()));
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", room.kubeconfig.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void a_deployment_is_scaled_updated_undone_paused_and_restarted() throws Exception {
        room.post(Room.APPS + "deployments", Room.deployment("web", 2, "one", ""));
        String status = kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        assertTrue(status.endsWith("deployment \"web\" successfully rolled out\n"), status);
        assertEquals("deployment.apps/web scaled\n", kubectl("scale", "deployment/web", "--replicas=3"));
        kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        assertEquals("deployment.apps/web image updated\n", kubectl("set", "image", "deployment/web", "c=two"));
        status = kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        assertTrue(status.endsWith("deployment \"web\" successfully rolled out\n"), status);
        assertEquals("""
                deployment.apps/web\s
                REVISION  CHANGE-CAUSE
                1         <none>
                2         <none>

                """, kubectl("rollout", "history", "deployment/web"));
        assertEquals("deployment.apps/web rolled back\n", kubectl("rollout", "undo", "deployment/web"));
        kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        assertEquals("""
                deployment.apps/web\s
                REVISION  CHANGE-CAUSE
                2         <none>
                3         <none>

                """, kubectl("rollout", "history", "deployment/web"));
        assertEquals("deployment.apps/web restarted\n", kubectl("rollout", "restart", "deployment/web"));
        kubectl("rollout", "status", "deployment/web", "--timeout=120s");
        assertEquals("deployment.apps/web paused\n", kubectl("rollout", "pause", "deployment/web"));
        assertEquals("deployment.apps/web resumed\n", kubectl("rollout", "resume", "deployment/web"));
        JsonNode now = room.await(
                Room.APPS + "deployments/web",
                each -> each.at("/status/updatedReplicas").asLong() == 3
                        && each.at("/status/replicas").asLong() == 3
                        && Conditions.get(each.path("status"), "Progressing")
                                .filter(found -> !Json.at(found, "status").equals("Unknown"))
                                .isPresent());
        assertEquals(
                "4", now.at("/metadata/annotations").path(Revisions.REVISION).asText());
        assertEquals(
                "NewReplicaSetAvailable True",
                Conditions.get(now.path("status"), "Progressing")
                        .map(each -> Json.at(each, "reason") + " " + Json.at(each, "status"))
                        .orElse(""));
        String got = kubectl("get", "deployment", "web", "--no-headers");
        assertTrue(got.matches("web +3/3 +3 +3 +\\S+\n"), got);
        assertEquals(
                "deployment.apps \"web\" deleted\n",
                kubectl("delete", "deployment", "web", "--cascade=foreground").replace(" from demo namespace", ""));
        room.await(
                Room.CORE + "pods?labelSelector=app%3Dweb",
                pods -> pods.path("items").isEmpty());
    }

    /** kubectl writes templates with empty resources, and without any by protobuf. */
    @Test
    void what_is_undone_goes_back_to_the_replica_set_that_there_was() throws Exception {
        kubectl("create", "deployment", "undone", "--image=one", "--replicas=0");
        revision(1);
        kubectl("set", "image", "deployment/undone", "one=two");
        revision(2);
        assertEquals("deployment.apps/undone rolled back\n", kubectl("rollout", "undo", "deployment/undone"));
        revision(3);
        assertEquals(
                2,
                room.get(Room.APPS + "replicasets?labelSelector=app%3Dundone")
                        .body()
                        .path("items")
                        .size());
        kubectl("delete", "deployment", "undone");
    }

    private void revision(int number) {
        room.await(
                Room.APPS + "deployments/undone",
                each -> each.at("/metadata/annotations")
                                .path(Revisions.REVISION)
                                .asInt()
                        == number);
    }

    @Test
    void a_rollout_that_gets_stuck_says_so_and_keeps_what_works() throws Exception {
        room.broken = "broken";
        room.post(Room.APPS + "deployments", Room.deployment("stuck", 2, "good", "\"progressDeadlineSeconds\":2,"));
        room.await(
                Room.APPS + "deployments/stuck",
                each -> each.at("/status/availableReplicas").asLong() == 2);
        kubectl("set", "image", "deployment/stuck", "c=broken");
        String status = kubectl("rollout", "status", "deployment/stuck", "--timeout=120s");
        assertTrue(status.endsWith("error: deployment \"stuck\" exceeded its progress deadline\n"), status);
        JsonNode now = room.get(Room.APPS + "deployments/stuck").body();
        assertEquals(2, now.at("/status/availableReplicas").asLong());
    }

    @Test
    void pods_without_an_owner_are_taken_in_and_those_left_by_an_owner_stay() throws Exception {
        room.post(Room.CORE + "pods", """
                {"metadata":{"name":"alone","labels":{"app":"adopt"}},
                 "spec":{"schedulerName":"none","containers":[{"name":"c","image":"i"}]}}""");
        room.post(Room.APPS + "replicasets", Room.deployment("adopt", 1, "i", ""));
        JsonNode pod =
                room.await(Room.CORE + "pods/alone", each -> Owner.of(each).isPresent());
        assertEquals("adopt", Json.at(Owner.of(pod).orElseThrow(), "name"));
        room.await(
                Room.APPS + "replicasets/adopt",
                each -> each.at("/status/readyReplicas").asLong() == 1);
        kubectl("delete", "rs", "adopt", "--cascade=orphan");
        pod = room.get(Room.CORE + "pods/alone").body();
        assertTrue(Owner.of(pod).isEmpty() && !pod.path("metadata").has("deletionTimestamp"), pod.toString());
    }

    @Test
    void a_pushed_image_redeploys_what_follows_its_tag() {
        String group = "/apis/image.openshift.io/v1/namespaces/demo/";
        room.post(group + "imagestreams", "{\"metadata\":{\"name\":\"app\"}}");
        String annotation = "[{\\\"from\\\":{\\\"kind\\\":\\\"ImageStreamTag\\\",\\\"name\\\":\\\"app:latest\\\"},"
                + "\\\"fieldPath\\\":\\\"spec.template.spec.containers[?(@.name==\\\\\\\"c\\\\\\\")].image\\\"}]";
        room.post(
                Room.APPS + "deployments",
                Room.deployment("follower", 1, " ", "")
                        .replaceFirst(
                                "\"name\":\"follower\"",
                                java.util.regex.Matcher.quoteReplacement(
                                        "\"name\":\"follower\",\"annotations\":{\"image.openshift.io/triggers\":\""
                                                + annotation + "\"}")));
        for (String digest : List.of("ab".repeat(32), "cd".repeat(32))) {
            room.post(group + "imagestreammappings", """
                    {"metadata":{"name":"app"},"tag":"latest","image":{"metadata":{"name":"sha256:%1$s"},
                      "dockerImageReference":"example.com/a/b@sha256:%1$s"}}""".formatted(digest));
            room.await(
                    Room.APPS + "deployments/follower",
                    each -> each.at("/spec/template/spec/containers/0/image")
                                    .asText()
                                    .endsWith(digest)
                            && each.at("/status/availableReplicas").asLong() == 1);
        }
    }
}
