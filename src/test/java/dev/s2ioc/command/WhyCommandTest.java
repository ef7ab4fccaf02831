package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** why tells what started a build and what is new about it; explain-failure why it failed and where its log is found. */
class WhyCommandTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo/builds";
    private static final String EVENTS = "GET /api/v1/namespaces/demo/events?fieldSelector=involvedObject.kind%3DPod%2C"
            + "involvedObject.name%3Dapp-3-build&limit=500";
    private static final String POD = "GET /api/v1/namespaces/demo/pods/app-3-build";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();
    private String events = "";

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String build(int number, String spec, String status) {
        return "{\"metadata\":{\"name\":\"app-" + number + "\",\"namespace\":\"demo\",\"annotations\":{"
                + "\"openshift.io/build-config.name\":\"app\",\"openshift.io/build.number\":\"" + number
                + "\"}},\"spec\":" + spec + ",\"status\":" + status + "}";
    }

    private void builds(String... builds) {
        api.on("GET " + B + "?limit=500", "{\"items\":[" + String.join(",", builds) + "]}");
        api.on("GET " + B + "/app-3", builds[builds.length - 1]);
        api.on(EVENTS, "{\"items\":[" + events + "]}");
    }

    @Test
    void what_started_it_and_what_has_changed() {
        builds(build(1, "{}", "{}"), build(2, """
                        {"triggeredBy":[{"message":"Manually triggered"}],"serviceAccount":"builder",
                        "revision":{"git":{"commit":"aaaaaaaaaa"}},"strategy":{"sourceStrategy":{"from":{"kind":
                        "DockerImage","name":"r/demo/b@sha256:01"},"env":[{"name":"A","value":"1"}]}}}""", "{}"), build(3, """
                        {"triggeredBy":[{"message":"Image change","imageChangeBuild":{"imageID":"r/demo/b@sha256:02",
                        "fromRef":{"kind":"ImageStreamTag","name":"b:latest"}}}],"serviceAccount":"builder",
                        "revision":{"git":{"commit":"bbbbbbbbbb"}},"strategy":{"sourceStrategy":{"from":{"kind":
                        "DockerImage","name":"r/demo/b@sha256:02"},"env":[{"name":"A","value":"2"}],
                        "incremental":true}}}""", "{\"phase\":\"Complete\"}"));
        assertEquals(new Ran(0, """
                        Build app-3 is Complete.
                        The image behind b:latest changed: it is now r/demo/b@sha256:02.
                        Changed since app-2:
                          revision.git.commit: aaaaaaaaaa -> bbbbbbbbbb
                          strategy.sourceStrategy.env[A]: 1 -> 2
                          strategy.sourceStrategy.from.name: r/demo/b@sha256:01 -> r/demo/b@sha256:02
                          strategy.sourceStrategy.incremental: <none> -> true
                        """, ""), api.s2ioc(dir, "why", "app-3"));
        assertEquals(
                new Ran(0, "app-2 2", ""),
                api.s2ioc(
                        dir,
                        "why",
                        "build/app-3",
                        "-o",
                        "jsonpath={.previous} {.changes[?(@.field==\"strategy.sourceStrategy.env[A]\")].after}"));
    }

    @Test
    void a_commit_that_is_not_known_is_no_change() {
        builds(
                build(
                        2,
                        "{\"revision\":{\"type\":\"Git\",\"git\":{\"commit\":\"aaaaaaaaaa\"}}}",
                        "{\"phase\":\"Complete\"}"),
                build(3, "{\"source\":{\"sourceSecret\":{\"name\":\"nothere\"}}}", "{\"phase\":\"Failed\"}"));
        assertEquals(new Ran(0, """
                        Build app-3 is Failed.
                        The build does not say what has started it.
                        Changed since app-2:
                          source.sourceSecret.name: <none> -> nothere
                        """, ""), api.s2ioc(dir, "why", "app-3"));
    }

    @Test
    void causes_of_other_kinds() {
        api.on("GET /apis/build.openshift.io/v1/namespaces/demo/buildconfigs/app", "{\"metadata\":{\"name\":\"app\"}}");
        builds(build(3, """
                {"triggeredBy":[{"message":"GitHub WebHook","githubWebHook":{"revision":{"git":{"commit":
                "0123456789","message":"Fix it\\nat last","author":{"name":"Ana"}}}}},
                {"message":"Build configuration change"}],"source":{"binary":{}}}""", "{\"phase\":\"Running\"}"));
        assertEquals(new Ran(0, """
                        Build app-3 is Running.
                        A webhook was called (GitHub WebHook), with commit 0123456 (Fix it) by Ana.
                        The build config was new: its first build starts by itself (Build configuration change).
                        Somebody sent its source along with start-build.
                        There is no build before it to compare it with.
                        """, ""), api.s2ioc(dir, "why", "bc/app"));
    }

    @Test
    void a_failure_with_its_log() {
        events = "{\"type\":\"Warning\",\"reason\":\"OOMKilling\",\"message\":\"out of memory\"}";
        builds(build(3, "{}", """
                {"phase":"Failed","reason":"DockerBuildFailed","message":"Dockerfile build strategy has failed.",
                "config":{"name":"app"}}"""));
        api.on("GET " + B + "/app-3/log?tailLines=1000", """
                STEP 1/2: FROM x
                STEP 2/2: RUN make
                make: nothing
                error: build error: building at STEP "RUN make": exit status 2
                """);
        assertEquals(new Ran(0, """
                        Build app-3 is Failed: DockerBuildFailed: Dockerfile build strategy has failed.
                        Likely cause:  An instruction of the Dockerfile failed: a RUN ended in an error, a file to COPY \
                        is not in the source, or a base image could not be pulled.
                        Failing step:  RUN make
                        Its pod:       OOMKilling: out of memory
                        The last lines of its log:
                          make: nothing
                          error: build error: building at STEP "RUN make": exit status 2
                        Next:          s2ioc logs build/app-3
                        """, ""), api.s2ioc(dir, "explain-failure", "app-3", "--tail=2"));
        assertEquals(
                new Ran(0, "RUN make|s2ioc logs build/app-3", ""),
                api.s2ioc(dir, "explain-failure", "app-3", "-o", "jsonpath={.failingStep}|{.next}"));
    }

    @Test
    void a_log_that_the_server_refuses_is_read_from_the_pod() {
        builds(build(3, "{}", "{\"phase\":\"Cancelled\",\"reason\":\"CancelledBuild\"}"));
        api.refuse(
                "GET " + B + "/app-3/log?tailLines=1000",
                400,
                "BadRequest",
                "build app-3 was cancelled. No logs are available.");
        api.on(
                POD,
                "{\"metadata\":{\"name\":\"app-3-build\"},\"spec\":{\"initContainers\":[{\"name\":\"git-clone\"}],"
                        + "\"containers\":[{\"name\":\"sti-build\"}]}}");
        api.on(POD + "/log?container=git-clone&tailLines=1000", "Cloning ...\n");
        api.on(POD + "/log?container=sti-build&tailLines=1000", "");
        assertEquals(new Ran(0, """
                        Build app-3 is Cancelled: CancelledBuild
                        Likely cause:  Somebody, or a newer build, cancelled it.
                        The last lines of the containers of its pod app-3-build:
                          [git-clone]
                          Cloning ...
                        Next:          s2ioc start-build --from-build=app-3
                        """, ""), api.s2ioc(dir, "explain-failure", "app-3"));
    }

    @Test
    void a_log_that_is_gone_with_its_pod() {
        String refusal = "build app-3 is in an error state. No logs are available.";
        builds(build(3, "{}", "{\"phase\":\"Error\",\"reason\":\"NeverHeardOf\"}"));
        api.refuse("GET " + B + "/app-3/log?tailLines=1000", 400, "BadRequest", refusal);
        api.missing(POD, "pods", "app-3-build");
        assertEquals(new Ran(0, """
                        Build app-3 is Error: NeverHeardOf
                        No log:        build app-3 is in an error state. No logs are available.; and of its pod: \
                        pods "app-3-build" not found
                        Next:          s2ioc describe build/app-3
                        """, ""), api.s2ioc(dir, "explain-failure", "app-3"));
    }

    @Test
    void what_was_found_out_has_no_name() {
        builds(build(3, "{}", "{\"phase\":\"Failed\"}"));
        api.on("GET " + B + "/app-3/log?tailLines=1000", "");
        Ran refused =
                new Ran(1, "", "error: -o name is for objects; use -o json, yaml, jsonpath=... or go-template=...\n");
        assertEquals(refused, api.s2ioc(dir, "why", "app-3", "-o", "name"));
        assertEquals(refused, api.s2ioc(dir, "explain-failure", "app-3", "-o", "name"));
    }

    @Test
    void what_has_not_failed_is_not_explained() {
        builds(build(3, "{}", "{\"phase\":\"Complete\"}"));
        assertEquals(
                new Ran(0, "", "build app-3 is Complete: it has not failed\n"),
                api.s2ioc(dir, "explain-failure", "app-3"));
        api.missing("GET " + B + "/none", "builds.build.openshift.io", "none");
        Ran missing = new Ran(1, "", "Error from server (NotFound): builds.build.openshift.io \"none\" not found\n");
        assertEquals(missing, api.s2ioc(dir, "explain-failure", "none"));
        assertEquals(missing, api.s2ioc(dir, "why", "none"));
    }
}
