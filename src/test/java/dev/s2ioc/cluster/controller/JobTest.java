package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs run to their end, give up, wait, and go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobTest {
    private static final String JOBS = "/apis/batch/v1/namespaces/demo/jobs";

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

    private static String job(String name, String image, String more) {
        return """
                {"metadata":{"name":"%s"},"spec":{%s"template":{"spec":{"restartPolicy":"Never","schedulerName":"none",
                  "containers":[{"name":"c","image":"%s"}]}}}}""".formatted(name, more, image);
    }

    private JsonNode until(String name, String condition) {
        return room.await(JOBS + "/" + name, each -> Conditions.holds(each.path("status"), condition));
    }

    @Test
    void so_many_pods_do_well_some_at_a_time() {
        room.post(JOBS, job("many", "good", "\"completions\":3,\"parallelism\":2,"));
        JsonNode job = until("many", "Complete");
        assertEquals(3, job.at("/status/succeeded").asLong());
        assertTrue(job.at("/status").has("completionTime") && !job.at("/status").has("active"));
        JsonNode pods = room.get(Room.CORE + "pods?labelSelector=job-name%3Dmany")
                .body()
                .path("items");
        assertEquals(3, pods.size());
        assertEquals("many", Json.at(Owner.of(pods.get(0)).orElseThrow(), "name"));
    }

    private JsonNode pods(String job) {
        return room.get(Room.CORE + "pods?labelSelector=job-name%3D" + job)
                .body()
                .path("items");
    }

    @Test
    void pods_that_are_deleted_as_soon_as_they_have_ended_count_once() throws Exception {
        room.post(JOBS, job("swept", "good", "\"completions\":4,\"parallelism\":2,"));
        while (!Conditions.holds(room.get(JOBS + "/swept").body().path("status"), "Complete")) {
            pods("swept").forEach(pod -> {
                if (Json.at(pod, "status", "phase").equals("Succeeded")) {
                    room.delete(Room.CORE + "pods/" + Json.at(pod, "metadata", "name"), "");
                }
            });
            Thread.sleep(5);
        }
        JsonNode status = room.get(JOBS + "/swept").body().path("status");
        assertEquals(4, status.path("succeeded").asLong());
        assertEquals(0, status.path("failed").asLong());
        assertEquals("{}", status.path("uncountedTerminatedPods").toString());
        assertEquals(
                4,
                room.get(Room.CORE + "events?fieldSelector=involvedObject.name%3Dswept,reason%3DSuccessfulCreate")
                        .body()
                        .path("items")
                        .size());
    }

    private void runsOn(String name) {
        room.post(
                JOBS,
                job(name, "good", "\"backoffLimit\":0,")
                        .replace("\"name\":\"c\"", "\"name\":\"c\",\"command\":[\"wait\"]"));
        room.await(JOBS + "/" + name, each -> each.at("/status/ready").asLong() == 1);
    }

    @Test
    void a_pod_that_is_deleted_while_it_runs_has_failed() {
        runsOn("hit");
        room.delete(Room.CORE + "pods/" + Json.at(pods("hit").get(0), "metadata", "name"), "");
        JsonNode job = until("hit", "Failed");
        assertEquals(1, job.at("/status/failed").asLong());
        assertEquals(
                "BackoffLimitExceeded",
                Json.at(Conditions.get(job.path("status"), "Failed").orElseThrow(), "reason"));
    }

    @Test
    void a_job_that_goes_lets_its_pods_go() {
        runsOn("goes");
        room.delete(JOBS + "/goes", "{\"propagationPolicy\":\"Background\"}");
        room.await(
                Room.CORE + "pods?labelSelector=job-name%3Dgoes",
                pods -> pods.path("items").isEmpty());
        runsOn("first");
        room.delete(JOBS + "/first", "{\"propagationPolicy\":\"Foreground\"}");
        room.await(JOBS + "/first", answer -> answer.path("code").asInt() == 404);
        assertTrue(pods("first").isEmpty());
        runsOn("left");
        String pod = Json.at(pods("left").get(0), "metadata", "name");
        room.delete(JOBS + "/left", "{\"propagationPolicy\":\"Orphan\"}");
        room.await(
                Room.CORE + "pods/" + pod,
                each -> each.path("metadata").path("finalizers").isEmpty());
        room.delete(Room.CORE + "pods/" + pod, "");
    }

    @Test
    void too_many_failures_are_the_end() {
        room.post(JOBS, job("bad", "broken", "\"backoffLimit\":0,"));
        JsonNode job = until("bad", "Failed");
        assertEquals(
                "BackoffLimitExceeded",
                Json.at(Conditions.get(job.path("status"), "Failed").orElseThrow(), "reason"));
        assertEquals(1, job.at("/status/failed").asLong());
    }

    @Test
    void a_suspended_job_runs_when_it_is_resumed_and_goes_when_its_time_is_over() {
        room.post(JOBS, job("later", "good", "\"suspend\":true,\"ttlSecondsAfterFinished\":0,"));
        until("later", "Suspended");
        assertTrue(room.get(Room.CORE + "pods?labelSelector=job-name%3Dlater")
                .body()
                .path("items")
                .isEmpty());
        room.patch(JOBS + "/later", "merge-patch+json", "{\"spec\":{\"suspend\":false}}");
        room.await(JOBS + "/later", each -> each.path("code").asInt() == 404);
    }

    @Test
    void a_job_that_takes_too_long_is_ended() {
        room.post(
                JOBS,
                job("slow", "good", "\"activeDeadlineSeconds\":1,")
                        .replace("\"image\"", "\"command\":[\"sleep\",\"99\"],\"image\""));
        JsonNode job = until("slow", "Failed");
        assertEquals(
                "DeadlineExceeded",
                Json.at(Conditions.get(job.path("status"), "Failed").orElseThrow(), "reason"));
    }

    @Test
    void the_template_stays_and_what_is_not_there_is_refused() {
        room.post(JOBS, job("fixed", "good", "\"suspend\":true,"));
        String answer = room.patch(JOBS + "/fixed", "merge-patch+json", "{\"spec\":{\"completions\":5}}")
                .body()
                .path("message")
                .asText();
        assertTrue(answer.contains("field is immutable"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "completionMode":"Indexed","parallelism":2, | spec.completions: Required value: when completion mode is Indexed
            "completionMode":"Odd",                | spec.completionMode: Unsupported value: "Odd": supported values: "Indexed", "NonIndexed"
            "backoffLimitPerIndex":1,              | spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode
            "maxFailedIndexes":1,                  | spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified
            "podReplacementPolicy":"Never",        | spec.podReplacementPolicy: Unsupported value: "Never": supported values: "Failed", "TerminatingOrFailed"
            "managedBy":"me",                      | spec.managedBy: Invalid value: "me": must be a domain-prefixed path (such as "acme.io/foo")
            "successPolicy":{},                    | spec.successPolicy: Invalid value: {}: requires indexed completion mode
            "podFailurePolicy":{"rules":[{"action":"Ignore","onExitCodes":{"operator":"In","values":[0]}}]}, | spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator
            "podFailurePolicy":{"rules":[{"action":"FailIndex","onPodConditions":[{"type":"x"}]}]}, | spec.podFailurePolicy.rules[0].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set
            """)
    void what_does_not_go_together_is_refused_in_the_words_of_kubernetes(String more, String refusal) {
        String answer = room.post(JOBS, job("refused", "good", more)).text("message");
        assertTrue(answer.contains(refusal), answer);
    }

    @Test
    void pods_with_numbers_know_them_and_each_number_does_well_once() {
        room.post(JOBS, job("counted", "good", "\"completionMode\":\"Indexed\",\"completions\":3,\"parallelism\":2,"));
        JsonNode job = until("counted", "Complete");
        assertEquals("0-2", Json.at(job, "status", "completedIndexes"));
        assertTrue(Conditions.holds(job.path("status"), "SuccessCriteriaMet"));
        String second = "pods?labelSelector=batch.kubernetes.io/job-completion-index%3D2,job-name%3Dcounted";
        JsonNode pods = room.get(Room.CORE + second).body().path("items");
        assertEquals(1, pods.size());
        assertEquals("counted-2", Json.at(pods.get(0), "spec", "hostname"));
        assertTrue(Json.at(pods.get(0), "metadata", "name").startsWith("counted-2-"));
        assertEquals(
                "JOB_COMPLETION_INDEX",
                pods.get(0).at("/spec/containers/0/env/0/name").asText());
    }

    private JsonNode failed(String name, String more) {
        room.post(JOBS, job(name, "broken", "\"completionMode\":\"Indexed\"," + more));
        return until(name, "Failed").path("status");
    }

    @Test
    void a_number_that_fails_too_often_is_given_up_and_the_others_go_on() {
        JsonNode status = failed("partly", "\"completions\":2,\"parallelism\":2,\"backoffLimitPerIndex\":0,");
        assertEquals("0,1 ", Json.at(status, "failedIndexes") + " " + Json.at(status, "completedIndexes"));
        assertEquals(
                "FailedIndexes", Json.at(Conditions.get(status, "FailureTarget").orElseThrow(), "reason"));
        status = failed(
                "limited", "\"completions\":4,\"parallelism\":1,\"backoffLimitPerIndex\":0,\"maxFailedIndexes\":1,");
        assertEquals(
                "MaxFailedIndexesExceeded",
                Json.at(Conditions.get(status, "Failed").orElseThrow(), "reason"));
    }

    @Test
    void enough_success_is_success() {
        room.post(
                JOBS,
                job(
                        "enough",
                        "good",
                        "\"completionMode\":\"Indexed\",\"completions\":5,\"parallelism\":1,"
                                + "\"successPolicy\":{\"rules\":[{\"succeededIndexes\":\"0-1\",\"succeededCount\":1}]},"));
        JsonNode job = until("enough", "Complete");
        assertEquals(
                "SuccessPolicy: Matched rules at index 0",
                Conditions.get(job.path("status"), "Complete")
                        .map(each -> Json.at(each, "reason") + ": " + Json.at(each, "message"))
                        .orElse(""));
    }

    @Test
    void a_job_that_somebody_else_runs_is_left_to_him() {
        room.post(JOBS, job("theirs", "good", "\"managedBy\":\"example.com/them\","));
        room.post(JOBS, job("ours", "good", ""));
        until("ours", "Complete");
        assertEquals(Json.object(), room.get(JOBS + "/theirs").body().path("status"));
    }

    @Test
    void rules_say_what_a_failure_means() {
        JsonNode job = Room.json("""
                {"spec":{"podFailurePolicy":{"rules":[
                  {"action":"Ignore","onPodConditions":[{"type":"DisruptionTarget","status":"True"}]},
                  {"action":"FailJob","onExitCodes":{"containerName":"c","operator":"In","values":[3,4]}},
                  {"action":"Count","onExitCodes":{"operator":"NotIn","values":[5]}}]}}}""");
        FailurePolicy policy = new FailurePolicy(job);
        assertEquals(
                "Container c for pod n/p failed with exit code 4 matching FailJob rule at index 1",
                policy.match(failedPod("c", 4, "x")).orElseThrow().message());
        assertEquals(
                "Pod n/p has condition DisruptionTarget matching Ignore rule at index 0",
                policy.match(failedPod("c", 4, "DisruptionTarget"))
                        .orElseThrow()
                        .message());
        assertEquals(
                "Count", policy.match(failedPod("other", 4, "x")).orElseThrow().action());
        assertTrue(policy.match(failedPod("other", 5, "x")).isEmpty());
    }

    private static JsonNode failedPod(String container, int code, String condition) {
        return Room.json("""
                {"metadata":{"name":"p","namespace":"n"},"status":{"phase":"Failed",
                  "conditions":[{"type":"%s","status":"True"}],
                  "containerStatuses":[{"name":"%s","state":{"terminated":{"exitCode":%d}}}]}}""".formatted(condition, container, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0,1", "0-2", "1,3-5,9", "2,3,7-10"})
    void numbers_are_written_as_they_are_read(String text) {
        assertEquals(text, IndexSet.write(IndexSet.parse(text, 11).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1-", "3-1", "2,1", "11", ",", "1,1"})
    void what_are_no_numbers_is_refused(String text) {
        assertTrue(IndexSet.parse(text, 11).isEmpty());
    }

    @Test
    void a_stream_that_allows_it_is_named_like_an_image_in_a_template() {
        String images = "/apis/image.openshift.io/v1/namespaces/demo/";
        room.post(images + "imagestreams", """
                {"metadata":{"name":"named"},"spec":{"lookupPolicy":{"local":true}}}""");
        room.post(images + "imagestreammappings", """
                {"metadata":{"name":"named"},"tag":"latest","image":{"metadata":{"name":"sha256:%1$s"},
                  "dockerImageReference":"example.com/a/b@sha256:%1$s"}}""".formatted("ef".repeat(32)));
        room.post(Room.APPS + "deployments", Room.deployment("named", 0, "named:latest", ""));
        JsonNode deployment = room.get(Room.APPS + "deployments/named").body();
        assertEquals(
                "example.com/a/b@sha256:" + "ef".repeat(32),
                deployment.at("/spec/template/spec/containers/0/image").asText());
    }
}
