package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.testing.GitRepository;
import dev.s2ioc.testing.Ran;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of git repositories and directories: what new-build makes of them and says. */
class NewBuildSourceTest {
    private static final String NOWHERE = "https://127.0.0.1:9/none.git";
    private static final String FOUND = """
            --> Found image 0b95b53 (14 seconds old) in image stream "demo/s2i-simple-builder" under tag "latest" for "s2i-simple-builder"

                Cat runtime\s
                -----------\s
                Prints the files that a developer put into src

                Tags: builder, cat

            """;

    @TempDir
    Path home;

    private NewBuildFixture project;

    @BeforeEach
    void start() {
        project = new NewBuildFixture(home);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private JsonNode spec(String... flags) {
        Ran ran = project.newBuild(flags);
        assertEquals(0, ran.code(), ran.err());
        return project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec");
    }

    private static Ran failed(String message) {
        return new Ran(1, "", "error: " + message + "\n");
    }

    @Test
    void a_builder_and_a_repository_are_combined_as_oc_combines_them() {
        project.withBuilder();
        Ran ran = project.newBuild("s2i-simple-builder~" + NOWHERE, "--name", "gitapp");
        assertEquals(new Ran(0, "warning: Cannot check if git requires authentication.\n" + FOUND + """
                    * A source build using source code from https://127.0.0.1:9/none.git will be created
                      * The resulting image will be pushed to image stream tag "gitapp:latest"
                      * A build will start by itself now, and every time "s2i-simple-builder:latest" changes; use 's2ioc start-build' to trigger a new one

                --> Creating resources with label build=gitapp ...
                    imagestream.image.openshift.io "gitapp" created
                    buildconfig.build.openshift.io "gitapp" created
                --> Success
                """, ""), ran);
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/s2i-simple-builder",
                        "GET " + NewBuildFixture.TAGS + "/s2i-simple-builder:latest",
                        "GET " + NewBuildFixture.STREAMS + "/gitapp",
                        "POST " + NewBuildFixture.STREAMS,
                        "POST " + NewBuildFixture.BUILD_CONFIGS
                                + " {\"kind\":\"BuildConfig\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"gitapp\","
                                + "\"labels\":{\"build\":\"gitapp\"},"
                                + "\"annotations\":{\"openshift.io/generated-by\":\"OpenShiftNewBuild\"}},"
                                + "\"spec\":{\"triggers\":[{\"type\":\"GitHub\",\"github\":{\"secret\":\"SECRET\"}},"
                                + "{\"type\":\"Generic\",\"generic\":{\"secret\":\"SECRET\"}},{\"type\":\"ConfigChange\"},"
                                + "{\"type\":\"ImageChange\",\"imageChange\":{}}],"
                                + "\"source\":{\"type\":\"Git\",\"git\":{\"uri\":\"https://127.0.0.1:9/none.git\"}},"
                                + "\"strategy\":{\"type\":\"Source\",\"sourceStrategy\":{\"from\":{\"kind\":\"ImageStreamTag\","
                                + "\"namespace\":\"demo\",\"name\":\"s2i-simple-builder:latest\"}}},"
                                + "\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"gitapp:latest\"}},"
                                + "\"resources\":{},\"postCommit\":{},\"nodeSelector\":null},\"status\":{\"lastVersion\":0}}"),
                project.requests().stream()
                        .map(request -> request.replaceFirst("imagestreams \\{.*", "imagestreams"))
                        .toList());
    }

    @Test
    void an_open_repository_is_used_without_a_warning_and_names_the_build() throws Exception {
        project.withBuilder();
        GitRepository app = GitRepository.with(home.resolve("Sample_App.git"), Map.of("index.html", "hello"));
        Ran ran = project.newBuild("s2i-simple-builder", "--code=" + app.url() + "#main", "--context-dir=sub");
        assertEquals(new Ran(0, FOUND + """
                    * A source build using source code from URL#main will be created
                      * The resulting image will be pushed to image stream tag "sampleapp:latest"
                      * A build will start by itself now, and every time "s2i-simple-builder:latest" changes; use 's2ioc start-build' to trigger a new one

                --> Creating resources with label build=sampleapp ...
                    imagestream.image.openshift.io "sampleapp" created
                    buildconfig.build.openshift.io "sampleapp" created
                --> Success
                """.replace("URL", app.url()), ""), ran);
        assertEquals(
                json("{\"type\":\"Git\",\"git\":{\"uri\":\"" + app.url()
                        + "\",\"ref\":\"main\"},\"contextDir\":\"sub\"}"),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("source"));
    }

    @Test
    void a_repository_that_asks_who_is_there_is_told_of() throws Exception {
        project.withBuilder();
        HttpServer locked = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        locked.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        locked.start();
        try {
            String url = "http://127.0.0.1:" + locked.getAddress().getPort() + "/private.git";
            Ran ran = project.newBuild("s2i-simple-builder~" + url);
            assertEquals(new Ran(0, FOUND + """
                        * A source build using source code from URL will be created
                          * The resulting image will be pushed to image stream tag "private:latest"
                          * A build will start by itself now, and every time "s2i-simple-builder:latest" changes; use 's2ioc start-build' to trigger a new one
                          * WARNING: this source repository may require credentials.
                                     Create a secret with your git credentials and use 's2ioc set build-secret' to assign it to the build config.

                    --> Creating resources with label build=private ...
                        imagestream.image.openshift.io "private" created
                        buildconfig.build.openshift.io "private" created
                    --> Success
                    """.replace("URL", url), ""), ran);
        } finally {
            locked.stop(0);
        }
    }

    @Test
    void with_a_secret_for_the_repository_nobody_asks_it() {
        project.withBuilder();
        Ran ran =
                project.newBuild("s2i-simple-builder~" + NOWHERE, "--name=gs", "--source-secret=deploy", "-o", "name");
        assertEquals(new Ran(0, "imagestream.image.openshift.io/gs\nbuildconfig.build.openshift.io/gs\n", ""), ran);
        assertEquals(
                json("{\"type\":\"Git\",\"git\":{\"uri\":\"" + NOWHERE + "\"},\"sourceSecret\":{\"name\":\"deploy\"}}"),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("source"));
    }

    @Test
    void a_notice_does_not_spoil_objects_on_stdout() {
        project.withBuilder();
        Ran ran = project.newBuild("s2i-simple-builder~" + NOWHERE, "--name=gs", "-o", "jsonpath={.items[*].kind}");
        assertEquals(
                new Ran(0, "ImageStream BuildConfig", "warning: Cannot check if git requires authentication.\n"), ran);
    }

    @Test
    void a_published_directory_is_built_from_where_it_is_published() throws Exception {
        project.withBuilder();
        GitRepository.with(home.resolve("work"), Map.of("sub/index.html", "hello"))
                .publishedAt(NOWHERE);
        assertEquals(
                json("{\"type\":\"Git\",\"git\":{\"uri\":\"" + NOWHERE + "\",\"ref\":\"main\"}}"),
                spec("s2i-simple-builder~work").path("source"));
        assertEquals(
                json("{\"type\":\"Git\",\"git\":{\"uri\":\"" + NOWHERE
                        + "\",\"ref\":\"main\"},\"contextDir\":\"sub\"}"),
                spec("s2i-simple-builder~work/sub", "--name=inner").path("source"));
    }

    @Test
    void a_directory_that_nobody_else_has_is_uploaded() throws Exception {
        project.withBuilder();
        GitRepository.with(home.resolve("work"), Map.of("index.html", "hello"));
        Ran ran = project.newBuild("s2i-simple-builder~work");
        assertEquals(new Ran(0, FOUND + """
                    * A source build using uploaded code will be created
                      * The resulting image will be pushed to image stream tag "work:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=work ...
                    imagestream.image.openshift.io "work" created
                    buildconfig.build.openshift.io "work" created
                --> Success
                """, ""), ran);
        JsonNode spec = project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec");
        assertEquals(json("{\"type\":\"Binary\",\"binary\":{}}"), spec.path("source"));
        assertEquals(2, spec.path("triggers").size());
    }

    @Test
    void a_dockerfile_in_the_source_makes_a_docker_build_upon_its_base() throws Exception {
        project.withStream("base", "v1").withImage("base:v1", Map.of());
        GitRepository app = GitRepository.with(home.resolve("app"), Map.of("d/Dockerfile", "FROM base:v1\nRUN true\n"));
        Ran ran = project.newBuild(app.url(), "--context-dir=d");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (14 seconds old) in image stream "demo/base" under tag "v1" for "base:v1"

                    * A Docker build using source code from URL will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A build will start by itself now, and every time "base:v1" changes; use 's2ioc start-build' to trigger a new one

                --> Creating resources with label build=app ...
                    imagestream.image.openshift.io "app" created
                    buildconfig.build.openshift.io "app" created
                --> Success
                """.replace("URL", app.url()), ""), ran);
        JsonNode spec = project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec");
        assertEquals(
                json("{\"type\":\"Git\",\"git\":{\"uri\":\"" + app.url() + "\"},\"contextDir\":\"d\"}"),
                spec.path("source"));
        assertEquals(json("""
                {"type":"Docker","dockerStrategy":{"from":{"kind":"ImageStreamTag","namespace":"demo","name":"base:v1"}}}"""), spec.path("strategy"));
    }

    @Test
    void the_language_of_a_source_finds_its_builder() throws Exception {
        Files.createDirectories(home.resolve("shop"));
        Files.writeString(home.resolve("shop/pom.xml"), "<project/>");
        project.api.on("GET " + NewBuildFixture.STREAMS + "?limit=500", "{\"items\":[]}");
        project.api.on("GET " + NewBuildFixture.STREAMS.replace("/demo/", "/openshift/") + "?limit=500", json("""
                        {"items":[{"metadata":{"name":"java","namespace":"openshift"},"spec":{"tags":[{"name":"17",
                         "annotations":{"supports":"jee:7, jee,java","tags":"builder"}}]}}]}"""));
        project.withStreamIn("openshift", "java", "17").withImageIn("openshift", "java:17", Map.of());
        Ran ran = project.newBuild("shop", "--dry-run");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (14 seconds old) in image stream "openshift/java" under tag "17" for "openshift/java:17"

                    * The source repository appears to match: jee
                    * A source build using uploaded code will be created
                      * The resulting image will be pushed to image stream tag "shop:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=shop ...
                    imagestream.image.openshift.io "shop" created (dry run)
                    buildconfig.build.openshift.io "shop" created (dry run)
                --> Success (dry run)
                """, ""), ran);
    }

    @Test
    void a_language_without_builder_is_told() throws Exception {
        Files.createDirectories(home.resolve("shop"));
        Files.writeString(home.resolve("shop/Gemfile"), "");
        project.api.on("GET " + NewBuildFixture.STREAMS + "?limit=500", "{\"items\":[]}");
        Ran ran = project.newBuild("shop");
        assertEquals(1, ran.code());
        assertTrue(
                ran.err()
                        .startsWith(
                                "error: unable to locate any images in image streams, image stream images with a"
                                        + " 'supports' annotation, local docker images with name \"ruby\"\n\nThe 's2ioc new-build'"),
                ran.err());
    }

    @Test
    void what_is_no_source_is_told() throws Exception {
        project.withBuilder().withStream("plain", "latest").withImage("plain:latest", Map.of());
        Files.createDirectories(home.resolve("empty"));
        assertEquals(
                failed(
                        "\"s2i-simple-builder~\" must be BUILDER~SOURCE: a builder image, and a git repository's URL or a"
                                + " directory"),
                project.newBuild("s2i-simple-builder~"));
        assertEquals(
                failed("\"missing\" is not a directory, and no URL of a git repository"),
                project.newBuild("s2i-simple-builder~missing"));
        assertEquals(
                failed("No language matched the source repository\n"
                        + "Name the builder: BUILDER~empty, or add a Dockerfile to the source."),
                project.newBuild("empty"));
        assertEquals(
                failed(
                        "No Dockerfile was found in the repository \"empty\" and the requested build strategy is 'docker'"),
                project.newBuild("empty", "--strategy=docker"));
        assertEquals(
                failed("--context-dir=../up must be a directory within the source"),
                project.newBuild("s2i-simple-builder~empty", "--context-dir=../up"));
        assertEquals(
                failed("supplied context directory 'sub' does not exist in 'empty'"),
                project.newBuild("empty", "--context-dir=sub"));
        assertEquals(
                failed("--source-secret is for a source in a git repository, and there is none here"),
                project.newBuild("s2i-simple-builder~empty", "--source-secret=s"));
        assertEquals(
                failed("a build has one source, but 2 are given: empty, other\nCall new-build once for each."),
                project.newBuild("s2i-simple-builder~empty", "--code=other"));
        assertEquals(failed("""
                the image match "plain" for source repository "empty" does not appear to be a source-to-image builder.

                - to attempt to use this image as a source builder, pass "--strategy=source"
                - to use it as a base image for a Docker build, pass "--strategy=docker\""""), project.newBuild("plain~empty"));
        assertEquals(
                List.of(),
                project.requests().stream()
                        .filter(request -> request.startsWith("POST "))
                        .toList());
    }

    @Test
    void a_repository_out_of_reach_needs_a_builder_by_name() {
        Ran ran = project.newBuild(NOWHERE);
        assertEquals(1, ran.code());
        assertTrue(ran.err().startsWith("error: cannot look into the repository " + NOWHERE + ": "), ran.err());
        assertTrue(
                ran.err().endsWith("\nIf only the cluster can reach it, name the builder: BUILDER~" + NOWHERE + "\n"),
                ran.err());
    }
}
