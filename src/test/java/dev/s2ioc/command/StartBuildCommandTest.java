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

/** start-build sends what it should, asks in oc's way, says what oc says, and exits by what came of it. */
class StartBuildCommandTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String INSTANTIATE_BINARY =
            "POST " + B + "/buildconfigs/hello/instantiatebinary?name=hello&namespace=demo";
    private static final String UPLOADED = """
            Uploading directory "builder" as binary input for the build ...

            Uploading finished
            """;

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void tell_the_server() throws IOException {
        api.on("GET " + B + "/buildconfigs/hello", docker("hello"));
        Files.createDirectories(dir.resolve("builder/s2i/bin"));
        Files.writeString(dir.resolve("builder/Dockerfile"), "FROM x\n");
        Files.writeString(dir.resolve("builder/s2i/bin/assemble"), "#!/bin/sh\n");
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String docker(String name) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"demo\"},\"spec\":{\"source\":{\"type\":\"Binary\","
                + "\"binary\":{}},\"strategy\":{\"type\":\"Docker\",\"dockerStrategy\":{}}},\"status\":{\"lastVersion\":0}}";
    }

    private static String build(String phase, String more) {
        return "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"hello-1\",\"namespace\":\"demo\",\"resourceVersion\":\"7\"},"
                + "\"status\":{\"phase\":\"" + phase + "\"" + more + "}}";
    }

    @Test
    void sends_a_directory_shows_the_log_and_ends_with_the_build() throws IOException {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        api.on("GET " + B + "/builds/hello-1/log?follow=true&timestamps=true", """
                2026-11-23T05:16:01.5Z Receiving source from STDIN as archive ...
                2026-11-23T05:16:02.123456789Z STEP 1/3: FROM x
                2026-11-23T05:16:02.2Z\040
                2026-11-23T05:16:09Z Push successful
                """);
        api.on("GET " + B + "/builds/hello-1", build("Complete", ""));
        assertEquals(
                new Ran(0, """
                        build.build.openshift.io/hello-1 started
                        Receiving source from STDIN as archive ...
                        STEP 1/3: FROM x

                        Push successful
                        """, UPLOADED),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=builder", "--follow", "--wait"));
        var upload = api.received().get(1);
        assertEquals(null, upload.getHeader("Content-Type"));
        assertEquals("chunked", upload.getHeader("Transfer-Encoding"));
    }

    @Test
    void with_a_format_the_log_is_talk() {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        api.on("GET " + B + "/builds/hello-1/log?follow=true&timestamps=true", "2026-11-23T05:16:01Z one\n");
        api.on("GET " + B + "/builds/hello-1", build("Complete", ""));
        String[] words = {"start-build", "hello", "--from-dir=builder", "-F", "-o", "jsonpath={.metadata.name}"};
        assertEquals(new Ran(0, "hello-1", UPLOADED + "one\n"), api.s2ioc(dir, words));
        words[5] = "name";
        assertEquals(new Ran(0, "build.build.openshift.io/hello-1\none\n", UPLOADED), api.s2ioc(dir, words));
    }

    @Test
    void the_failing_step_is_told_in_full_although_its_error_is_shortened() {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        api.on(
                "GET " + B + "/builds/hello-1",
                build(
                        "Failed",
                        ",\"logSnippet\":\"STEP 1/2: FROM x\\nSTEP 2/2: COPY ./s2i/ /usr/libexec/s2i\\n"
                                + "error: build error: building at STEP \\\"COPY ./s2i/ /usr/lib...620/input\\\": copier: stat: \\\"/s2i\\\": no such file\""));
        assertEquals(
                new Ran(3, "build.build.openshift.io/hello-1 started\n", UPLOADED + """
                        error: the build demo/hello-1 status is "Failed"
                        Failing step: COPY ./s2i/ /usr/libexec/s2i
                        The last lines of its log:
                          STEP 1/2: FROM x
                          STEP 2/2: COPY ./s2i/ /usr/libexec/s2i
                          error: build error: building at STEP "COPY ./s2i/ /usr/lib...620/input": copier: stat: "/s2i": no such file
                        To look further: s2ioc explain-failure hello-1
                        """),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=builder", "--wait"));
    }

    @Test
    void a_failed_build_ends_in_3_with_reason_and_step() {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        api.on("GET " + B + "/builds/hello-1/log?follow=true&timestamps=true", "2026-11-23T05:16:01Z one\n");
        api.on(
                "GET " + B + "/builds/hello-1",
                build(
                        "Failed",
                        ",\"reason\":\"DockerBuildFailed\",\"message\":\"Dockerfile build strategy has failed.\",\"logSnippet\":"
                                + "\"one\\nerror: build error: building at STEP \\\"RUN false\\\": while running runtime: exit status 1\""));
        assertEquals(
                new Ran(3, "build.build.openshift.io/hello-1 started\none\n", UPLOADED + """
                        error: the build demo/hello-1 status is "Failed"
                        DockerBuildFailed: Dockerfile build strategy has failed.
                        Failing step: RUN false
                        To look further: s2ioc explain-failure hello-1
                        """),
                api.s2ioc(dir, "start-build", "bc/hello", "--from-dir=./builder/", "-F"));
        assertEquals(
                new Ran(3, "build.build.openshift.io/hello-1\n", UPLOADED + """
                        error: the build demo/hello-1 status is "Failed"
                        DockerBuildFailed: Dockerfile build strategy has failed.
                        Failing step: RUN false
                        The last lines of its log:
                          one
                          error: build error: building at STEP "RUN false": while running runtime: exit status 1
                        To look further: s2ioc explain-failure hello-1
                        """),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=builder", "-w", "-o", "name"));
    }

    @Test
    void a_cancelled_build_ends_in_4() {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        api.on(
                "GET " + B + "/builds/hello-1",
                build(
                        "Cancelled",
                        ",\"reason\":\"CancelledBuild\",\"message\":\"The build was cancelled by the user.\""));
        assertEquals(
                new Ran(4, "build.build.openshift.io/hello-1 started\n", UPLOADED + """
                        error: the build demo/hello-1 status is "Cancelled"
                        CancelledBuild: The build was cancelled by the user.
                        To look further: s2ioc describe build/hello-1
                        """),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=builder", "--wait"));
    }

    @Test
    void without_follow_and_wait_it_ends_when_the_build_has_started() {
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-1 started\n", UPLOADED),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=builder"));
        assertEquals(2, api.requests().size());
    }

    @Test
    void a_missing_directory_is_told_before_anything_is_sent() {
        assertEquals(
                new Ran(1, "", "error: stat " + dir.resolve("nodir") + ": no such file or directory\n"),
                api.s2ioc(dir, "start-build", "hello", "--from-dir=nodir"));
        assertEquals(1, api.requests().size());
    }

    @Test
    void an_unknown_build_config_is_told_in_the_servers_words() {
        api.missing("GET " + B + "/buildconfigs/nope", "buildconfigs.build.openshift.io", "nope");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): buildconfigs.build.openshift.io \"nope\" not found\n"),
                api.s2ioc(dir, "start-build", "nope", "--from-dir=builder"));
    }

    @Test
    void an_empty_directory_is_not_sent() throws IOException {
        Files.createDirectory(dir.resolve("void"));
        api.on(
                "GET " + B + "/buildconfigs/app",
                "{\"metadata\":{\"name\":\"app\"},\"spec\":{\"strategy\":{\"sourceStrategy\":{}}}}");
        assertEquals(new Ran(1, "", """
                        error: nothing to send: the directory "void" is empty, or all of it is left out.
                        See 's2ioc start-build app --from-dir=void --list-files'
                        """), api.s2ioc(dir, "start-build", "app", "--from-dir=void"));
    }

    @Test
    void a_docker_build_without_its_dockerfile_is_not_sent() throws IOException {
        Files.delete(dir.resolve("builder/Dockerfile"));
        assertEquals(new Ran(1, "", """
                        error: no Dockerfile in "builder": the docker strategy builds from that file.
                        Add it, send another directory, or name the file in the BuildConfig's spec.strategy.dockerStrategy.dockerfilePath
                        """), api.s2ioc(dir, "start-build", "hello", "--from-dir=builder"));
        assertEquals(1, api.requests().size());
    }

    @Test
    void a_build_that_needs_input_says_so() {
        api.on(
                "POST " + B + "/buildconfigs/hello/instantiate",
                422,
                "{\"kind\":\"Status\",\"reason\":\"Invalid\",\"code\":422,\"message\":\"x\",\"details\":{\"kind\":\"Build\","
                        + "\"name\":\"hello-1\",\"causes\":[{\"field\":\"spec.source\",\"message\":\"must\"}]}}");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: build configuration demo/hello has no valid source inputs, if this is a binary"
                                + " build you must specify one of '--from-dir', '--from-repo', or '--from-file'\n"),
                api.s2ioc(dir, "start-build", "hello"));
        assertEquals(
                List.of("POST " + B + "/buildconfigs/hello/instantiate {\"kind\":\"BuildRequest\",\"apiVersion\":"
                        + "\"build.openshift.io/v1\",\"metadata\":{\"name\":\"hello\"},"
                        + "\"triggeredBy\":[{\"message\":\"Manually triggered\"}],\"dockerStrategyOptions\":{},"
                        + "\"sourceStrategyOptions\":{}}"),
                api.requests());
    }

    @Test
    void without_a_name_the_only_binary_config_is_meant() {
        String git = "{\"metadata\":{\"name\":\"git\"},\"spec\":{\"source\":{\"type\":\"Git\",\"git\":{}}}}";
        String list = "GET " + B + "/buildconfigs?limit=500";
        api.on(list, "{\"items\":[" + git + "," + docker("hello") + "]}");
        api.on(list, "{\"items\":[" + docker("hello") + "," + docker("app") + "]}");
        api.on(list, "{\"items\":[" + git + "]}");
        api.on(INSTANTIATE_BINARY, 201, build("Running", ""));
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-1 started\n", UPLOADED),
                api.s2ioc(dir, "start-build", "--from-dir=builder"));
        assertEquals(new Ran(1, "", """
                        error: several BuildConfigs in project "demo" take input that is sent along; name one of them:
                          app
                          hello
                        """), api.s2ioc(dir, "start-build", "--from-dir=builder"));
        assertEquals(new Ran(1, "", """
                        error: no BuildConfig in project "demo" takes input that is sent along.
                        Make one with: s2ioc new-build --name NAME --binary
                        """), api.s2ioc(dir, "start-build", "--from-dir=builder"));
    }
}
