package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds from the request to the end, with an engine that only pretends. */
@Timeout(180)
class BuildCycleTest {
    private static final String DOCKER = "'dockerStrategy':{}";
    private static final String DOCKERFILE = "FROM quay.io/base\nRUN x";

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;

    @BeforeEach
    void open() throws IOException {
        yard = new Yard(directory, engine);
    }

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void an_upload_is_built_pushed_and_logged_in_openshifts_words() throws Exception {
        yard.config("app", DOCKER, "");
        Yard.Answer answer = yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        assertEquals(List.of(201), answer.codes);
        assertEquals("app-1", Json.at(answer.json, "metadata", "name"));
        yard.ended("app-1");
        assertEquals("""
                Receiving source from STDIN as archive ...
                Caching blobs under "/var/cache/blobs".

                Pulling image quay.io/base ...
                Trying to pull quay.io/base...
                STEP 1/1: FROM x
                COMMIT temp.builder.openshift.io/demo/app-1:HEX8

                Pushing image image-registry.openshift-image-registry.svc:5000/demo/app:latest ...
                Writing manifest to image destination
                Successfully pushed image-registry.openshift-image-registry.svc:5000/demo/app@%s
                Push successful
                """.formatted(FakeEngine.DIGEST), yard.log("app-1"));
        assertEquals(List.of("""
                        FROM quay.io/base
                        RUN x
                        ENV "OPENSHIFT_BUILD_NAME"="app-1" "OPENSHIFT_BUILD_NAMESPACE"="demo"
                        LABEL "io.openshift.build.name"="app-1" "io.openshift.build.namespace"="demo"
                        """), engine.dockerfiles);
        assertEquals(
                List.of(
                        "BuildStarted: Build demo/app-1 is now running",
                        "BuildCompleted: Build demo/app-1 completed successfully"),
                yard.events("app-1"));
    }

    @Test
    void a_completed_build_has_the_fields_that_openshift_records_in_their_order() throws Exception {
        yard.config("app", DOCKER, "");
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        ObjectNode build = yard.ended("app-1");
        int generation = build.path("metadata").path("generation").asInt();
        assertEquals("""
                {"kind":"Build","apiVersion":"build.openshift.io/v1","metadata":{"name":"app-1","namespace":"demo",\
                "labels":{"build":"app","buildconfig":"app","openshift.io/build-config.name":"app",\
                "openshift.io/build.start-policy":"Serial"},\
                "annotations":{"openshift.io/build-config.name":"app","openshift.io/build.number":"1",\
                "openshift.io/build.pod-name":"app-1-build"},\
                "ownerReferences":[{"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","name":"app","uid":"UID",\
                "controller":true}]},\
                "spec":{"serviceAccount":"builder","source":{"type":"Binary","binary":{}},\
                "strategy":{"type":"Docker","dockerStrategy":{}},\
                "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}},\
                "resources":{},"postCommit":{},"nodeSelector":null},\
                "status":{"phase":"Complete","startTimestamp":"TIME","completionTimestamp":"TIME","duration":0,\
                "outputDockerImageReference":"image-registry.openshift-image-registry.svc:5000/demo/app:latest",\
                "config":{"kind":"BuildConfig","namespace":"demo","name":"app"},\
                "output":{"to":{"imageDigest":"%s"}},\
                "stages":[{"name":"PullImages","startTime":"TIME","durationMilliseconds":0,\
                "steps":[{"name":"PullBaseImage","startTime":"TIME","durationMilliseconds":0}]},\
                {"name":"Build","startTime":"TIME","durationMilliseconds":0,\
                "steps":[{"name":"DockerBuild","startTime":"TIME","durationMilliseconds":0}]},\
                {"name":"PushImage","startTime":"TIME","durationMilliseconds":0,\
                "steps":[{"name":"PushDockerImage","startTime":"TIME","durationMilliseconds":0}]}],\
                "conditions":[{"type":"New","status":"False","lastUpdateTime":"TIME","lastTransitionTime":"TIME"},\
                {"type":"Pending","status":"False","lastUpdateTime":"TIME","lastTransitionTime":"TIME"},\
                {"type":"Running","status":"False","lastUpdateTime":"TIME","lastTransitionTime":"TIME"},\
                {"type":"Complete","status":"True","lastUpdateTime":"TIME","lastTransitionTime":"TIME"}]}}""".formatted(FakeEngine.DIGEST), withoutWhatVaries(build));
        assertEquals(2, generation);
        assertEquals(
                1,
                yard.controller
                        .builds()
                        .config("demo", "app")
                        .path("status")
                        .path("lastVersion")
                        .asInt());
    }

    private static String withoutWhatVaries(ObjectNode build) {
        ObjectNode metadata = Json.child(build, "metadata");
        metadata.remove(List.of("uid", "resourceVersion", "creationTimestamp", "generation"));
        return Json.text(build)
                .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*Z\"", "\"TIME\"")
                .replaceAll("\"uid\":\"[^\"]*\"", "\"uid\":\"UID\"")
                .replaceAll("\"(durationMilliseconds|duration)\":\\d+", "\"$1\":0");
    }

    @Test
    void a_failing_step_fails_the_build_and_its_last_lines_are_in_the_status() throws Exception {
        yard.config("app", DOCKER, "");
        engine.buildFailure = "building at STEP \"RUN x\": while running runtime: exit status 1";
        yard.upload("app", stream(DOCKERFILE), "asFile=Dockerfile");
        JsonNode status = yard.ended("app-1").path("status");
        assertEquals("Failed", Json.at(status, "phase"));
        assertEquals("DockerBuildFailed", Json.at(status, "reason"));
        assertEquals("Dockerfile build strategy has failed.", Json.at(status, "message"));
        assertEquals("""

                Pulling image quay.io/base ...
                Trying to pull quay.io/base...
                STEP 1/1: FROM x
                error: build error: building at STEP "RUN x": while running runtime: exit status 1""", Json.at(status, "logSnippet"));
        assertTrue(yard.log("app-1").startsWith("Receiving source from STDIN as file Dockerfile\n"));
        assertEquals(
                "BuildFailed: Build demo/app-1 failed", yard.events("app-1").getLast());
    }

    @Test
    void each_way_to_fail_has_its_reason() throws Exception {
        yard.config("app", DOCKER, "");
        yard.upload("app", stream("hello"), "asFile=hellofile");
        assertEquals(
                "ManageDockerfileFailed: error: open /tmp/build/inputs/Dockerfile: no such file or directory",
                failure("app-1"));
        yard.upload("app", stream("no archive"));
        assertEquals(
                "FetchSourceFailed: error: the input is no archive that can be read: it must be tar (plain, gzip, bzip2,"
                        + " xz) or zip",
                failure("app-2"));
        engine.pullFailure = "manifest unknown";
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        assertEquals(
                "PullBuilderImageFailed: error: build error: failed to pull image: manifest unknown", failure("app-3"));
        yard.config("part", DOCKER, ",'postCommit':{'script':'make test','args':['a']}");
        engine.pullFailure = "";
        engine.runCode = 2;
        yard.upload("part", Yard.tar("Dockerfile", DOCKERFILE));
        assertEquals(
                "PostCommitHookFailed: error: build error: post commit hook failed: it ended with exit status 2",
                failure("part-1"));
        assertTrue(yard.log("part-1").contains("\nran [/bin/sh, -ic, make test, sh, a]\n"));
    }

    private String failure(String name) throws Exception {
        ObjectNode build = yard.ended(name);
        return Json.at(build, "status", "reason") + ": "
                + yard.log(name).lines().reduce((first, last) -> last).orElse("");
    }

    @Test
    void a_push_is_tried_again_before_it_fails() throws Exception {
        yard.config("app", DOCKER, "");
        engine.pushFailures = 2;
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        assertEquals("Complete", Json.at(yard.ended("app-1"), "status", "phase"));
        assertEquals(
                2,
                yard.log("app-1")
                        .lines()
                        .filter(line -> line.startsWith("Warning: Push failed, retrying in "))
                        .count());
        engine.pushFailures = 3;
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        assertEquals(
                "PushImageToRegistryFailed: error: build error: Failed to push image: After retrying 2 times, Push image"
                        + " still failed due to error: connection refused",
                failure("app-2"));
    }

    @Test
    void a_source_build_generates_its_dockerfile_around_the_upload() throws Exception {
        yard.config(
                "app",
                "'sourceStrategy':{'from':{'kind':'DockerImage','name':'quay.io/builder'},"
                        + "'env':[{'name':'MODE','value':'fast'}]}",
                "");
        yard.upload(
                "app",
                Yard.tar("hello", "hi", ".s2i/environment", "MODE=slow\nX=1\n", ".s2iignore", "*.log\n", "a.log", ""));
        assertEquals("Complete", Json.at(yard.ended("app-1"), "status", "phase"));
        assertEquals(List.of("""
                        FROM quay.io/builder
                        LABEL "io.openshift.build.source-location"="/tmp/build/inputs" \\
                              "io.openshift.build.image"="quay.io/builder"
                        ENV MODE="slow" \\
                            X="1" \\
                            OPENSHIFT_BUILD_NAME="app-1" \\
                            OPENSHIFT_BUILD_NAMESPACE="demo" \\
                            MODE="fast"
                        USER root
                        COPY upload/src /tmp/src
                        RUN chown -R 1001:0 /tmp/src
                        USER 1001
                        RUN /usr/libexec/s2i/assemble
                        CMD /usr/libexec/s2i/run
                        """), engine.dockerfiles);
        assertEquals(
                List.of("Dockerfile", "upload/src/.s2i/environment", "upload/src/.s2iignore", "upload/src/hello"),
                engine.files);
    }

    @Test
    void serial_builds_wait_for_each_other_and_a_cancelled_one_lets_the_next_go() throws Exception {
        yard.config("app", "'dockerStrategy':{}", "");
        engine.waits = true;
        Thread first = Thread.ofVirtual().start(() -> uploadQuietly("app"));
        engine.started.acquire();
        Thread second = Thread.ofVirtual().start(() -> uploadQuietly("app"));
        while (!yard.hasBuild("app-2")) {
            Thread.sleep(5);
        }
        assertEquals("New", yard.phase("app-2"));
        yard.cancel("app-1");
        JsonNode status = yard.ended("app-1").path("status");
        assertEquals("Cancelled", Json.at(status, "phase"));
        assertTrue(status.path("cancelled").asBoolean());
        assertEquals("CancelledBuild", Json.at(status, "reason"));
        assertFalse(status.has("logSnippet"));
        engine.started.acquire();
        engine.mayGoOn.release();
        assertEquals("Complete", Json.at(yard.ended("app-2"), "status", "phase"));
        first.join();
        second.join();
        assertEquals(
                "BuildCancelled: Build demo/app-1 has been cancelled",
                yard.events("app-1").getLast());
        StatusException noLog = assertThrows(StatusException.class, () -> yard.log("app-1"));
        assertEquals("build app-1 was cancelled. No logs are available.", noLog.getMessage());
    }

    private void uploadQuietly(String config) {
        try {
            yard.upload(config, Yard.tar("Dockerfile", DOCKERFILE));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_uploader_whose_build_is_cancelled_while_it_waits_is_told() throws Exception {
        yard.config("app", DOCKER, "");
        engine.waits = true;
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        engine.started.acquire();
        Thread canceller = Thread.ofVirtual().start(() -> {
            while (!yard.hasBuild("app-2")) {
                Thread.onSpinWait();
            }
            yard.cancel("app-2");
        });
        StatusException refusal =
                assertThrows(StatusException.class, () -> yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE)));
        canceller.join();
        assertEquals(
                "build app-2 was cancelled: CancelledBuild: The build was cancelled by the user.",
                refusal.getMessage());
        assertEquals(400, refusal.code());
    }

    @Test
    void an_upload_that_breaks_off_fails_the_build() throws Exception {
        yard.config("app", DOCKER, "");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThrows(IOException.class, () -> yard.upload("app", broken));
        assertEquals("FetchSourceFailed", Json.at(yard.ended("app-1"), "status", "reason"));
    }

    @Test
    void a_server_that_loses_its_client_may_say_so_in_its_own_way() throws Exception {
        yard.config("app", DOCKER, "");
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("no more data");
            }
        };
        assertThrows(IOException.class, () -> yard.upload("app", broken));
        assertEquals("FetchSourceFailed: error: the upload broke off: no more data", failure("app-1"));
    }

    @Test
    void a_damaged_archive_is_the_builds_failure_and_not_the_requests() throws Exception {
        yard.config("app", DOCKER, "");
        byte[] damaged = new byte[2000];
        damaged[0] = 0x1f;
        damaged[1] = (byte) 0x8b;
        damaged[2] = 8;
        Yard.Answer answer = yard.upload("app", new ByteArrayInputStream(damaged));
        assertEquals(List.of(201), answer.codes);
        assertTrue(
                failure("app-1").startsWith("FetchSourceFailed: error: the input cannot be read: "), failure("app-1"));
    }

    @Test
    void a_missing_output_stream_fails_an_upload_at_once() throws Exception {
        yard.config("app", DOCKER, "");
        yard.kinds
                .resource("imagestreams.image.openshift.io")
                .delete(Call.internal("demo"), "app", DeleteOptions.BACKGROUND);
        StatusException refusal =
                assertThrows(StatusException.class, () -> yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE)));
        assertEquals(
                "build app-1 failed: InvalidOutputReference: Output image could not be resolved.",
                refusal.getMessage());
    }

    @Test
    void requests_are_refused_in_the_apis_words() throws Exception {
        StatusException missing = assertThrows(StatusException.class, () -> yard.upload("nope", stream("")));
        assertEquals("buildconfigs.build.openshift.io \"nope\" not found", missing.getMessage());
        yard.config("app", DOCKER, "");
        StatusException file = assertThrows(StatusException.class, () -> yard.upload("app", stream(""), "asFile=a/b"));
        assertEquals(422, file.code());
        StatusException none = assertThrows(StatusException.class, () -> yard.instantiate("app", "{}"));
        assertEquals(
                "Build.build.openshift.io \"app-1\" is invalid: spec.source: Invalid value: \"\": must provide a value for at"
                        + " least one source input(git, binary, dockerfile, images).",
                none.getMessage());
        // As recorded on OpenShift: the refused build has taken the number 1.
        assertEquals(
                "app-2", Json.at(yard.upload("app", Yard.tar("Dockerfile", "FROM scratch")).json, "metadata", "name"));
        StatusException incremental = assertThrows(
                StatusException.class, () -> yard.instantiate("app", "{'sourceStrategyOptions':{'incremental':true}}"));
        assertEquals(
                "Cannot specify Source build specific options on demo/app, not a Source build.",
                incremental.getMessage());
        StatusException version =
                assertThrows(StatusException.class, () -> yard.instantiate("app", "{'lastVersion':1}"));
        assertEquals(
                "the LastVersion(2) on build config demo/app does not match the build request LastVersion(1)",
                version.getMessage());
    }

    @Test
    void history_keeps_as_many_as_its_limits_say() throws Exception {
        yard.config("app", DOCKER, ",'successfulBuildsHistoryLimit':2");
        for (int i = 1; i <= 4; i++) {
            yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
            yard.ended("app-" + i);
        }
        assertEquals(
                List.of(false, false, true, true),
                List.of(1, 2, 3, 4).stream().map(i -> yard.hasBuild("app-" + i)).toList());
    }

    @Test
    void a_clone_of_an_upload_is_refused_and_one_of_a_dockerfile_builds_it_again() throws Exception {
        yard.config("app", DOCKER, "");
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        yard.ended("app-1");
        StatusException refusal = assertThrows(StatusException.class, () -> yard.cloneOf("app-1"));
        assertEquals(
                "build demo/app-1 was made from an upload, which is not kept; send it again with s2ioc start-build"
                        + " --from-dir",
                refusal.getMessage());
        yard.config("text", DOCKER, ",'source':{'dockerfile':'FROM scratch'}");
        yard.instantiate("text", "{'dockerStrategyOptions':{'buildArgs':[{'name':'A','value':'1'}]}}");
        yard.ended("text-1");
        JsonNode clone = yard.cloneOf("text-1").json;
        assertEquals("text-2", Json.at(clone, "metadata", "name"));
        assertEquals("text-1", Json.at(clone.path("metadata").path("annotations"), "openshift.io/build.clone-of"));
        assertEquals("Complete", Json.at(yard.ended("text-2"), "status", "phase"));
    }

    @Test
    void what_a_stopped_cluster_left_unfinished_is_an_error_after_the_restart() throws Exception {
        yard.config("app", DOCKER, "");
        engine.waits = true;
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        engine.started.acquire();
        yard.store.update(Builds.key("demo", "app-1"), build -> build);
        ObjectNode running = yard.build("app-1");
        yard.close();
        yard = new Yard(directory, new FakeEngine());
        yard.store.update(Builds.key("demo", "app-1"), build -> {
            build.set("status", running.path("status").deepCopy());
            return build;
        });
        yard.controller.start();
        JsonNode status = yard.build("app-1").path("status");
        assertEquals("Error", Json.at(status, "phase"));
        assertEquals(
                "The local cluster was stopped or restarted before the build completed.", Json.at(status, "message"));
    }

    @Test
    void a_deleted_build_ends() throws Exception {
        yard.config("app", DOCKER, "");
        engine.waits = true;
        yard.upload("app", Yard.tar("Dockerfile", DOCKERFILE));
        engine.started.acquire();
        yard.delete("app-1");
        while (yard.controller.isRunning(Builds.key("demo", "app-1"))) {
            Thread.sleep(5);
        }
        assertFalse(yard.hasBuild("app-1"));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
