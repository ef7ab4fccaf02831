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
        answer = room.post(JOBS, job("indexed", "good", "\"completionMode\":\"Indexed\","))
                .body()
                .path("message")
                .asText();
        assertTrue(answer.contains("supported values: \"NonIndexed\""), answer);
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
