package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** build makes what is missing and only that, then sends, follows, and ends with the image. */
class BuildCommandTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String I = "/apis/image.openshift.io/v1/namespaces/demo";
    private static final String DIGEST = "sha256:" + "5f0c".repeat(16);
    private static final String UPLOADED = """
            Uploading directory "app" as binary input for the build ...

            Uploading finished
            build.build.openshift.io/app-1 started
            """;
    private static final String IMAGE = "Digest:     " + DIGEST + "\nPull spec:  registry.svc:5000/demo/app@" + DIGEST
            + "\nOutside:    127.0.0.1:5000/demo/app@" + DIGEST + "\n";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void tell_the_server() throws IOException {
        Files.createDirectories(dir.resolve("app"));
        Files.writeString(dir.resolve("app/Dockerfile"), "FROM scratch\n");
        api.on("POST " + B + "/buildconfigs/app/instantiatebinary?name=app&namespace=demo", 201, build("Running"));
        api.on("GET " + B + "/builds/app-1/log?follow=true&timestamps=true", "2026-11-23T05:16:01Z one\n");
        api.on("GET " + B + "/builds/app-1", build("Complete"));
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String build(String phase) {
        return "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"app-1\","
                + "\"namespace\":\"demo\"},\"spec\":{\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":"
                + "\"app:latest\"}}},\"status\":{\"phase\":\"" + phase
                + "\",\"outputDockerImageReference\":\"registry.svc:5000/demo/app:latest\",\"output\":{\"to\":"
                + "{\"imageDigest\":\"" + DIGEST + "\"}}}}";
    }

    private static String config(String source, String strategy) {
        return "{\"kind\":\"BuildConfig\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"app\","
                + "\"namespace\":\"demo\"},\"spec\":{\"source\":" + source + ",\"strategy\":" + strategy
                + ",\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:latest\"}}}}";
    }

    private static String docker() {
        return config("{\"type\":\"Binary\",\"binary\":{}}", "{\"type\":\"Docker\",\"dockerStrategy\":{}}");
    }

    private void stream() {
        api.on(
                "GET " + I + "/imagestreams/app",
                "{\"metadata\":{\"name\":\"app\"},\"status\":{\"publicDockerImageRepository\":"
                        + "\"127.0.0.1:5000/demo/app\"}}");
    }

    private List<String> asked() {
        return api.requests().stream()
                .map(request -> request.replaceFirst(" \\{.*", ""))
                .map(request -> request.replace(B, "B").replace(I, "I"))
                .distinct()
                .toList();
    }

    @Test
    void what_is_missing_is_made_first() {
        api.missing("GET " + B + "/buildconfigs/app", "buildconfigs.build.openshift.io", "app");
        api.on("GET " + B + "/buildconfigs/app", docker());
        api.missing("GET " + I + "/imagestreams/app", "imagestreams.image.openshift.io", "app");
        stream();
        api.on("POST " + I + "/imagestreams", 201, "{\"metadata\":{\"name\":\"app\"}}");
        api.on("POST " + B + "/buildconfigs", 201, docker());
        assertEquals(new Ran(0, "one\n" + IMAGE, """
                        imagestream.image.openshift.io "app" created
                        buildconfig.build.openshift.io "app" created
                        """ + UPLOADED), api.s2ioc(dir, "build", "app"));
        String created = api.requests().stream()
                .filter(request -> request.startsWith("POST " + B + "/buildconfigs {"))
                .findFirst()
                .orElseThrow();
        assertEquals(true, created.contains("\"strategy\":{\"type\":\"Docker\",\"dockerStrategy\":{}}"), created);
        assertEquals(true, created.contains("\"source\":{\"type\":\"Binary\",\"binary\":{}}"), created);
    }

    @Test
    void what_is_there_is_not_touched() {
        api.on("GET " + B + "/buildconfigs/app", docker());
        stream();
        assertEquals(new Ran(0, "one\n" + IMAGE, UPLOADED), api.s2ioc(dir, "build", "app"));
        assertEquals(
                List.of(
                        "GET B/buildconfigs/app",
                        "GET I/imagestreams/app",
                        "POST B/buildconfigs/app/instantiatebinary?name=app&namespace=demo",
                        "GET B/builds/app-1/log?follow=true&timestamps=true",
                        "GET B/builds/app-1"),
                asked());
    }

    @Test
    void a_deleted_stream_is_made_again_and_the_target_changed() {
        api.on("GET " + B + "/buildconfigs/app", docker());
        api.missing("GET " + I + "/imagestreams/other", "imagestreams.image.openshift.io", "other");
        api.on("POST " + I + "/imagestreams", 201, "{\"metadata\":{\"name\":\"other\"}}");
        api.on("PUT " + B + "/buildconfigs/app", docker());
        stream();
        assertEquals(new Ran(0, IMAGE, """
                        imagestream.image.openshift.io "other" created
                        buildconfig.build.openshift.io "app" updated
                        """ + UPLOADED), api.s2ioc(dir, "build", "app", "--to=other:v2", "-q"));
        String changed = api.requests().stream()
                .filter(request -> request.startsWith("PUT "))
                .findFirst()
                .orElseThrow();
        assertEquals(
                true,
                changed.endsWith("\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"other:v2\"}}}}"),
                changed);
    }

    @Test
    void what_builds_are_told_is_kept_in_the_config() {
        api.on(
                "GET " + B + "/buildconfigs/app",
                config(
                        "{\"type\":\"Binary\",\"binary\":{}}",
                        "{\"type\":\"Docker\",\"dockerStrategy\":{\"env\":[{\"name\":\"A\",\"value\":\"old\"},"
                                + "{\"name\":\"K\",\"value\":\"kept\"}]}}"));
        api.on("PUT " + B + "/buildconfigs/app", docker());
        stream();
        Ran ran = api.s2ioc(
                dir, "build", "app", "-e", "A=b", "--build-arg", "V=1", "--no-cache", "--build-loglevel=2", "-q");
        assertEquals(new Ran(0, IMAGE, "buildconfig.build.openshift.io \"app\" updated\n" + UPLOADED), ran);
        String changed = api.requests().stream()
                .filter(request -> request.startsWith("PUT "))
                .findFirst()
                .orElseThrow();
        assertEquals(
                true,
                changed.contains("\"dockerStrategy\":{\"env\":[{\"name\":\"K\",\"value\":\"kept\"},"
                        + "{\"name\":\"A\",\"value\":\"b\"},{\"name\":\"BUILD_LOGLEVEL\",\"value\":\"2\"}],"
                        + "\"buildArgs\":[{\"name\":\"V\",\"value\":\"1\"}],\"noCache\":true}"),
                changed);
        assertEquals(
                new Ran(1, "", "error: cannot use '--incremental' without a source build\n"),
                api.s2ioc(dir, "build", "app", "--incremental"));
        assertEquals(
                new Ran(1, "", "error: environment variables must be of the form key=value, but is \"A\"\n"),
                api.s2ioc(dir, "build", "app", "-e", "A"));
        assertEquals(
                new Ran(1, "", "error: build-args must be of the form key=value, but is \"A\"\n"),
                api.s2ioc(dir, "build", "app", "--build-arg", "A"));
    }

    @Test
    void with_a_format_stdout_has_the_build_and_the_log_is_talk() {
        api.on("GET " + B + "/buildconfigs/app", docker());
        stream();
        assertEquals(
                new Ran(0, DIGEST, UPLOADED + "one\n"),
                api.s2ioc(dir, "build", "./app/", "-o", "jsonpath={.status.output.to.imageDigest}"));
    }

    @Test
    void a_config_with_its_own_source_is_not_taken_over() {
        api.on("GET " + B + "/buildconfigs/app", config("{\"type\":\"Git\",\"git\":{}}", "{\"dockerStrategy\":{}}"));
        assertEquals(new Ran(1, "", """
                        error: the build config "app" builds from its own source (Git), not from one that is sent along.
                        Choose another name with --name, or start it as it is: s2ioc start-build app
                        """), api.s2ioc(dir, "build", "app", "--builder=ruby"));
    }

    @Test
    void nothing_is_made_for_what_cannot_be_built() throws IOException {
        Files.delete(dir.resolve("app/Dockerfile"));
        api.missing("GET " + B + "/buildconfigs/app", "buildconfigs.build.openshift.io", "app");
        assertEquals(new Ran(1, "", """
                        error: "app" has no Dockerfile, and there is no build config "app" that knows how to build it.
                        Add a Dockerfile, or name a builder image with --builder
                        """), api.s2ioc(dir, "build", "app"));
        assertEquals(
                new Ran(1, "", "error: stat " + dir.resolve("none") + ": no such file or directory\n"),
                api.s2ioc(dir, "build", "none"));
        assertEquals(List.of("GET B/buildconfigs/app", "GET /api/v1/namespaces/demo"), asked());
    }

    @Test
    void a_failed_build_ends_in_3_and_a_cancelled_one_in_4() {
        api.on("GET " + B + "/buildconfigs/app", docker());
        stream();
        api.on("GET " + B + "/builds/app-1", build("Complete"));
        for (String phase : new String[] {"Failed", "Failed", "Cancelled", "Cancelled"}) {
            api.on("GET " + B + "/builds/app-1", build(phase));
        }
        assertEquals(0, api.s2ioc(dir, "build", "app").code());
        assertEquals(new Ran(3, "one\n", UPLOADED + """
                        error: the build demo/app-1 status is "Failed"
                        To look further: s2ioc explain-failure app-1
                        """), api.s2ioc(dir, "build", "app"));
        assertEquals(4, api.s2ioc(dir, "build", "app").code());
    }
}
