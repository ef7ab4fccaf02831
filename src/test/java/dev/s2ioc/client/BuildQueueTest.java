package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A build that does not run yet waits for others of its config, or for its pod: both are told in words. */
class BuildQueueTest {
    private static final String BUILDS = "GET /apis/build.openshift.io/v1/namespaces/demo/builds?limit=500";
    private static final String EVENTS = "GET /api/v1/namespaces/demo/events?fieldSelector=involvedObject.kind%3DPod%2C"
            + "involvedObject.name%3Dapp-5-build&limit=500";

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String build(int number, String phase, String policy, String more) {
        return "{\"metadata\":{\"name\":\"app-" + number + "\",\"creationTimestamp\":\"2026-11-23T05:16:0" + number
                + "Z\",\"labels\":{\"openshift.io/build.start-policy\":\"" + policy + "\"},\"annotations\":"
                + "{\"openshift.io/build-config.name\":\"app\",\"openshift.io/build.number\":\"" + number + "\"}},"
                + "\"status\":{\"phase\":\"" + phase + "\"" + more + "}}";
    }

    private Set<String> reasons(String build) throws IOException {
        JsonNode parsed = Json.parse(build);
        return new BuildQueue(Sessions.with(api.url())).reasons(parsed);
    }

    @Test
    void a_new_build_waits_for_those_before_it() throws IOException {
        String list = String.join(
                ",",
                List.of(
                        build(6, "New", "Serial", ""),
                        build(5, "New", "Serial", ""),
                        build(4, "New", "Serial", ""),
                        build(3, "Running", "Serial", ""),
                        build(2, "Failed", "Serial", "")));
        api.on(BUILDS, "{\"items\":[" + list + "]}");
        assertEquals(
                Set.of("build app-5 waits for 2 builds: app-3 (running), app-4"),
                reasons(build(5, "New", "Serial", "")));
        assertEquals(Set.of("build app-4 waits for 1 build: app-3 (running)"), reasons(build(4, "New", "Serial", "")));
        assertEquals(Set.of(), reasons(build(5, "New", "Parallel", "")));
    }

    @Test
    void a_build_that_the_server_cannot_begin_tells_why() throws IOException {
        assertEquals(
                Set.of("build app-1 waits: InvalidOutputReference: Output image could not be resolved."),
                reasons(build(
                        1,
                        "New",
                        "Parallel",
                        ",\"reason\":\"InvalidOutputReference\",\"message\":\"Output image could not be resolved.\"")));
    }

    @Test
    void a_pending_build_tells_what_is_wrong_with_its_pod() throws IOException {
        api.on(EVENTS, """
                {"items":[{"type":"Normal","reason":"Pulling","message":"Pulling image"},
                {"type":"Warning","reason":"FailedScheduling","message":"0/3 nodes are available"},
                {"type":"Normal","reason":"BackOff","message":"Back-off pulling image \\"x\\""}]}""");
        assertEquals(
                Set.of(
                        "build app-5 waits for its pod: FailedScheduling: 0/3 nodes are available",
                        "build app-5 waits for its pod: BackOff: Back-off pulling image \"x\""),
                reasons(build(5, "Pending", "Serial", "")));
        assertEquals(Set.of(), reasons(build(5, "Running", "Serial", "")));
    }
}
