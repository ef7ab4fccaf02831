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

/** Deployment configurations deploy, follow images, fail, and go back, as on OpenShift. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentConfigTest {
    private static final String CONFIGS = "/apis/apps.openshift.io/v1/namespaces/demo/deploymentconfigs";
    private static final String IMAGES = "/apis/image.openshift.io/v1/namespaces/demo/";

    private Room room;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory);
    }

    @AfterAll
    void stop() {
        room.close();
    }

    private static String config(String name, long replicas, String image, String more) {
        return """
                {"metadata":{"name":"%1$s"},"spec":{"replicas":%2$d,%4$s
                  "template":{"metadata":{"labels":{"app":"%1$s"}},"spec":{"schedulerName":"none",
                    "containers":[{"name":"c","image":"%3$s"}]}}}}""".formatted(name, replicas, image, more);
    }

    private JsonNode complete(String name, long version) {
        return room.await(
                Room.CORE + "replicationcontrollers/" + name + "-" + version,
                each -> ConfigDeployment.is(each, "Complete"));
    }

    private void image(String name, String image) {
        room.patch(
                CONFIGS + "/" + name,
                "strategic-merge-patch+json",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"" + image + "\"}]}}}}");
    }

    @Test
    void a_change_of_the_template_is_deployed_and_the_older_pods_go() {
        room.post(CONFIGS, config("web", 2, "one", ""));
        JsonNode first = complete("web", 1);
        assertEquals("config change", ConfigDeployment.annotation(first, ConfigDeployment.REASON));
        assertEquals("web-1", Json.at(first, "spec", "selector", "deployment"));
        assertEquals("web", Json.at(first, "spec", "template", "metadata", "labels", "deploymentconfig"));
        image("web", "two");
        complete("web", 2);
        assertEquals("""
                --> Scaling up web-2 from 0 to 2, scaling down web-1 from 2 to 0 (keep 2 pods available, don't exceed 3 pods)
                    Scaling web-2 up to 1
                    Scaling web-1 down to 1
                    Scaling web-2 up to 2
                    Scaling web-1 down to 0
                --> Success
                """, log("web-2"));
        JsonNode deployer = room.get(Room.CORE + "pods/web-2-deploy").body();
        assertEquals("Succeeded", Json.at(deployer, "status", "phase"));
        assertEquals(
                "web-2",
                deployer.at("/metadata/labels/openshift.io~1deployer-pod-for.name")
                        .asText());
        JsonNode config = room.await(
                CONFIGS + "/web",
                each -> each.at("/status/replicas").asLong() == 2
                        && each.at("/status/updatedReplicas").asLong() == 2);
        assertEquals(2, config.at("/status/latestVersion").asLong());
        assertEquals("ConfigChange", config.at("/status/details/causes/0/type").asText());
        room.await(
                CONFIGS + "/web",
                each -> Conditions.get(each.path("status"), "Progressing")
                        .filter(found -> Json.at(found, "reason").equals("NewReplicationControllerAvailable"))
                        .isPresent());
        room.patch(CONFIGS + "/web/scale", "merge-patch+json", "{\"spec\":{\"replicas\":3}}");
        room.await(
                Room.CORE + "replicationcontrollers/web-2",
                each -> each.at("/status/availableReplicas").asLong() == 3);
    }

    @Test
    void going_back_answers_the_earlier_template_and_counts_on_when_it_is_stored() {
        room.post(CONFIGS, config("back", 1, "one", "\"strategy\":{\"type\":\"Recreate\"},"));
        complete("back", 1);
        image("back", "two");
        complete("back", 2);
        ObjectNode rolled = null;
        boolean stored = false;
        // The controller may still write the second deployment's status: then the answer is out of date, and is asked
        // for anew.
        for (int i = 0; i < 100 && !stored; i++) {
            rolled = (ObjectNode) room.post(CONFIGS + "/back/rollback", """
                {"name":"back","spec":{"from":{"name":"back-1"},"includeTemplate":true}}""").body();
            int code = room.put(CONFIGS + "/back", rolled.toString()).code();
            assertTrue(code == 200 || code == 409, "code " + code);
            stored = code == 200;
        }
        assertTrue(stored);
        assertEquals("one", rolled.at("/spec/template/spec/containers/0/image").asText());
        assertEquals(3, rolled.at("/status/latestVersion").asLong());
        JsonNode third = complete("back", 3);
        assertEquals("manual change", ConfigDeployment.annotation(third, ConfigDeployment.REASON));
        assertEquals("one", third.at("/spec/template/spec/containers/0/image").asText());
    }

    @Test
    void a_deployment_that_is_cancelled_fails_and_the_last_complete_one_stays() {
        room.broken = "broken";
        room.post(CONFIGS, config("stuck", 1, "good", ""));
        complete("stuck", 1);
        image("stuck", "broken");
        String path = Room.CORE + "replicationcontrollers/stuck-2";
        room.await(path, each -> each.at("/status/replicas").asLong() == 1);
        room.patch(path, "merge-patch+json", """
                {"metadata":{"annotations":{"openshift.io/deployment.cancelled":"true"}}}""");
        room.await(
                path,
                each -> ConfigDeployment.is(each, "Failed")
                        && each.at("/status/replicas").asLong() == 0);
        assertEquals(404, room.get(Room.CORE + "pods/stuck-2-deploy").code());
        JsonNode config = room.await(
                CONFIGS + "/stuck",
                each -> Conditions.get(each.path("status"), "Progressing")
                        .filter(found -> Json.at(found, "reason").equals("RolloutCancelled"))
                        .isPresent());
        assertEquals(1, config.at("/status/availableReplicas").asLong());
        JsonNode again = room.post(
                        CONFIGS + "/stuck/instantiate", "{\"name\":\"stuck\",\"latest\":true,\"force\":true}")
                .body();
        // What the status says is of the generation before, so that nobody takes it for the new deployment's.
        assertEquals(
                config.at("/metadata/generation").asLong() + 1,
                again.at("/metadata/generation").asLong());
        assertTrue(again.at("/status/observedGeneration").asLong()
                < again.at("/metadata/generation").asLong());
        room.await(CONFIGS + "/stuck", each -> each.at("/status/latestVersion").asLong() == 3);
    }

    @Test
    void a_pushed_image_is_deployed_and_the_first_one_is_waited_for() {
        room.post(IMAGES + "imagestreams", "{\"metadata\":{\"name\":\"dcapp\"}}");
        room.post(CONFIGS, config("follow", 1, " ", """
                "triggers":[{"type":"ConfigChange"},{"type":"ImageChange","imageChangeParams":{"automatic":true,
                  "containerNames":["c"],"from":{"kind":"ImageStreamTag","name":"dcapp:latest"}}}],"""));
        assertEquals(
                0,
                room.get(CONFIGS + "/follow").body().at("/status/latestVersion").asLong());
        long version = 0;
        for (String digest : List.of("ab".repeat(32), "cd".repeat(32))) {
            room.post(IMAGES + "imagestreammappings", """
                    {"metadata":{"name":"dcapp"},"tag":"latest","image":{"metadata":{"name":"sha256:%1$s"},
                      "dockerImageReference":"example.com/a/b@sha256:%1$s"}}""".formatted(digest));
            JsonNode deployment = complete("follow", ++version);
            assertEquals("image change", ConfigDeployment.annotation(deployment, ConfigDeployment.REASON));
            assertTrue(Json.at(deployment.at("/spec/template/spec/containers/0"), "image")
                    .endsWith(digest));
        }
    }

    @Test
    void whoever_uses_them_is_warned() {
        assertEquals(
                List.of(
                        "299 - \"apps.openshift.io/v1 DeploymentConfig is deprecated in v4.14+, unavailable in v4.10000+\""),
                room.get(CONFIGS).response().headers().allValues("Warning"));
    }

    @Test
    void what_a_strategy_cannot_be_is_refused() {
        assertEquals(
                "spec.strategy.customParams.image: Required value: the local cluster deploys by itself and has no image"
                        + " of a deployer to run this in",
                refusal("\"strategy\":{\"type\":\"Custom\",\"customParams\":{\"command\":[\"openshift-deploy\"]}},"));
        assertEquals(
                "spec.strategy.recreateParams.mid.failurePolicy: Required value,"
                        + " spec.strategy.recreateParams.mid: Invalid value: \"<empty>\": One of execNewPod or tagImages must be"
                        + " specified",
                refusal("\"strategy\":{\"type\":\"Recreate\",\"recreateParams\":{\"mid\":{}}},"));
        assertEquals(
                "spec.strategy.activeDeadlineSeconds: Invalid value: 600: activeDeadlineSeconds must be greater than"
                        + " timeoutSeconds",
                refusal("\"strategy\":{\"type\":\"Rolling\",\"activeDeadlineSeconds\":600},"));
    }

    private String refusal(String strategy) {
        String message = room.post(CONFIGS, config("no", 1, "i", strategy))
                .body()
                .path("message")
                .asText();
        return message.replaceFirst(".* is invalid: ", "").replaceAll("^\\[|]$", "");
    }

    private String log(String deployment) {
        return room.get(Room.CORE + "pods/" + deployment + "-deploy/log")
                .response()
                .body();
    }

    @Test
    void hooks_come_in_their_order_and_one_that_fails_ends_it() {
        String hook = """
                {"failurePolicy":"%s","execNewPod":{"containerName":"c","command":["do","%s"],
                  "env":[{"name":"A","value":"hook"}]}}""";
        room.post(
                CONFIGS,
                config(
                        "hooked",
                        1,
                        "i",
                        "\"strategy\":{\"type\":\"Recreate\",\"labels\":{\"by\":\"me\"},"
                                + "\"recreateParams\":{\"pre\":" + hook.formatted("Ignore", "first") + ",\"post\":"
                                + hook.formatted("Abort", "last") + "}},"));
        String pods = Room.CORE + "pods/hooked-1-";
        JsonNode pre = room.await(
                pods + "hook-pre", each -> Json.at(each, "status", "phase").equals("Running"));
        assertEquals("hook", pre.at("/spec/containers/0/env/0/value").asText());
        assertEquals("me", pre.at("/metadata/labels/by").asText());
        assertEquals(
                0,
                room.get(Room.CORE + "replicationcontrollers/hooked-1")
                        .body()
                        .at("/spec/replicas")
                        .asLong());
        phase(pods + "hook-pre", "Failed");
        room.await(pods + "hook-post", each -> Json.at(each, "status", "phase").equals("Running"));
        phase(pods + "hook-post", "Failed");
        room.await(
                Room.CORE + "replicationcontrollers/hooked-1",
                each -> ConfigDeployment.is(each, "Failed")
                        && each.at("/spec/replicas").asLong(1) == 0);
        String said = log("hooked-1");
        assertTrue(
                said.matches("(?s)--> pre: Running hook pod ...\n.*--> pre: Failed\n--> Scaling hooked-1 to 1\n"
                        + "--> post: Running hook pod ...\n.*--> post: Failed\nerror: post hook failed: the post hook failed: ,"
                        + " aborting rollout of demo/hooked-1\n"),
                said);
        assertEquals(
                List.of(
                        "Running pre-hook (\"do first\") for rc demo/hooked-1",
                        "The pre-hook failed:  (ignore), rollout of demo/hooked-1 will continue",
                        "Running post-hook (\"do last\") for rc demo/hooked-1",
                        "The post-hook failed: , aborting rollout of demo/hooked-1"),
                room.get(Room.CORE + "events")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(event -> Json.at(event, "source", "component").equals("hooked-1-deploy"))
                        .map(event -> Json.at(event, "message"))
                        .toList());
    }

    private void phase(String pod, String phase) {
        room.patch(pod + "/status", "merge-patch+json", "{\"status\":{\"phase\":\"" + phase + "\"}}");
    }

    @Test
    void a_hook_tags_the_image_that_was_deployed() {
        room.post(CONFIGS, config("tags", 1, "example.com/a/b:c", """
                "strategy":{"type":"Rolling","rollingParams":{"post":{"failurePolicy":"Abort","tagImages":[
                  {"containerName":"c","to":{"kind":"ImageStreamTag","name":"tagged:done"}}]}}},"""));
        complete("tags", 1);
        JsonNode stream = room.get(IMAGES + "imagestreams/tagged").body();
        assertEquals("example.com/a/b:c", stream.at("/spec/tags/0/from/name").asText());
        assertEquals("done", stream.at("/spec/tags/0/name").asText());
    }

    @Test
    void a_custom_deployer_is_a_pod_like_others() {
        room.post(CONFIGS, config("own", 2, "i", """
                "strategy":{"type":"Custom","customParams":{"image":"mine","environment":[{"name":"A","value":"b"}]}},"""));
        JsonNode pod = room.await(
                Room.CORE + "pods/own-1-deploy",
                each -> Json.at(each, "status", "phase").equals("Succeeded"));
        assertEquals("mine", pod.at("/spec/containers/0/image").asText());
        assertEquals("own-1", pod.at("/spec/containers/0/env/1/value").asText());
        complete("own", 1);
        room.await(
                Room.CORE + "replicationcontrollers/own-1",
                each -> each.at("/status/availableReplicas").asLong() == 2);
    }

    @Test
    void without_its_deployer_a_deployment_fails_and_can_be_tried_again() {
        room.broken = "broken";
        room.post(CONFIGS, config("again", 1, "broken", ""));
        String path = Room.CORE + "replicationcontrollers/again-1";
        room.await(path, each -> ConfigDeployment.is(each, "Running"));
        room.delete(Room.CORE + "pods/again-1-deploy", "");
        JsonNode failed = room.await(path, each -> ConfigDeployment.is(each, "Failed"));
        assertEquals("deployer pod no longer exists", ConfigDeployment.annotation(failed, ConfigDeployment.REASON));
        room.await(
                CONFIGS + "/again",
                each -> Conditions.get(each.path("status"), "Progressing")
                        .filter(found -> Json.at(found, "message")
                                .equals("replication controller \"again-1\" has failed progressing"))
                        .isPresent());
        room.patch(path, "merge-patch+json", """
                {"metadata":{"annotations":{"openshift.io/deployment.phase":"New","openshift.io/deployment.status-reason":null}}}""");
        room.await(
                Room.CORE + "pods/again-1-deploy",
                each -> Json.at(each, "status", "phase").equals("Running"));
    }
}
