package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** new-build run once more: --if-missing and --update; and files that come from an image. */
class NewBuildExistingTest {
    private static final String APP = NewBuildFixture.BUILD_CONFIGS + "/app";
    private static final String STORED = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"app","resourceVersion":"7",\
            "labels":{"team":"a"}},"spec":{"triggers":[{"type":"Generic","generic":{"secret":"KEPT"}},\
            {"type":"GitLab","gitlab":{"secret":"ALSO"}},{"type":"ConfigChange"}],"runPolicy":"Parallel",\
            "source":{"type":"Dockerfile","dockerfile":"FROM scratch"},\
            "strategy":{"type":"Docker","dockerStrategy":{"noCache":true,"from":{"kind":"DockerImage","name":"old"}}},\
            "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}},"resources":{},"postCommit":{},\
            "nodeSelector":null},"status":{"lastVersion":4}}""";

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

    private void isThere() {
        project.withStream("app", "latest").api.on("GET " + APP, json(STORED));
        project.api.on("PUT " + APP, json(STORED));
    }

    @Test
    void a_build_config_that_is_there_stays_when_only_a_missing_one_is_to_be_made() {
        isThere();
        Ran ran = project.newBuild("--name=app", "--binary", "--if-missing");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                    buildconfig.build.openshift.io "app" left as it is
                --> Success
                """, ""), ran);
        assertTrue(project.requests().stream().allMatch(request -> request.startsWith("GET ")));
    }

    @Test
    void a_missing_build_config_is_made_either_way() {
        for (String flag : new String[] {"--if-missing", "--update"}) {
            assertEquals(
                    new Ran(0, "imagestream.image.openshift.io/app\nbuildconfig.build.openshift.io/app\n", ""),
                    project.newBuild("--name=app", "--binary", flag, "-o", "name"));
            assertEquals(
                    "app",
                    project.posted(NewBuildFixture.BUILD_CONFIGS)
                            .path("metadata")
                            .path("name")
                            .asText());
        }
    }

    @Test
    void an_update_changes_what_is_asked_for_and_keeps_the_rest() {
        isThere();
        project.withBuilder();
        Ran ran = project.newBuild("s2i-simple-builder", "--name=app", "--binary", "--strategy=docker", "--update");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().endsWith("    buildconfig.build.openshift.io \"app\" updated\n--> Success\n"), ran.out());
        String put = project.requests().getLast();
        assertTrue(put.startsWith("PUT " + APP + " {"), put);
        JsonNode body = json(put.substring(put.indexOf('{')));
        assertEquals(
                json("{\"team\":\"a\",\"build\":\"app\"}"),
                body.path("metadata").path("labels"));
        assertEquals("7", body.path("metadata").path("resourceVersion").asText());
        JsonNode triggers = body.path("spec").path("triggers");
        assertEquals("GitHub", triggers.path(0).path("type").asText());
        assertEquals(json("{\"type\":\"Generic\",\"generic\":{\"secret\":\"KEPT\"}}"), triggers.path(1));
        assertEquals(json("{\"type\":\"GitLab\",\"gitlab\":{\"secret\":\"ALSO\"}}"), triggers.path(2));
        assertEquals(3, triggers.size());
        assertEquals("Parallel", body.path("spec").path("runPolicy").asText());
        assertEquals(
                json("{\"type\":\"Binary\",\"binary\":{}}"), body.path("spec").path("source"));
        assertEquals(json("""
                        {"type":"Docker","dockerStrategy":{"noCache":true,"from":{"kind":"ImageStreamTag",
                         "namespace":"demo","name":"s2i-simple-builder:latest"}}}"""), body.path("spec").path("strategy"));
    }

    @Test
    void an_update_that_changes_nothing_sends_nothing() {
        project.withStream("app", "latest").api.on("GET " + APP, json("""
                {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"app","labels":{"build":"app"}},
                 "spec":{"source":{"type":"Binary","binary":{}},"strategy":{"type":"Docker","dockerStrategy":{}},
                 "output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}},
                 "triggers":[{"type":"GitHub","github":{"secret":"x"}},{"type":"Generic","generic":{"secret":"y"}}]}}"""));
        Ran ran = project.newBuild("--name=app", "--binary", "--update", "-o", "name");
        assertEquals(new Ran(0, "buildconfig.build.openshift.io/app\n", ""), ran);
        assertTrue(project.requests().stream().allMatch(request -> request.startsWith("GET ")));
    }

    @Test
    void one_cannot_both_keep_and_change() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --if-missing, --update are mutually exclusive (specify only one)\n"
                                + "See 's2ioc new-build --help' for usage.\n"),
                project.newBuild("--name=app", "--binary", "--update", "--if-missing"));
    }

    @Test
    void files_come_from_an_image_and_its_change_starts_a_build() {
        project.withBuilder().withStream("assets", "v2").withImage("assets:v2", Map.of());
        Ran ran = project.newBuild(
                "s2i-simple-builder~https://127.0.0.1:9/none.git",
                "--name=app",
                "--source-secret=s",
                "--source-image=assets:v2",
                "--source-image-path=/x:y");
        assertEquals(0, ran.code(), ran.err());
        JsonNode spec = project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec");
        String from = "{\"kind\":\"ImageStreamTag\",\"namespace\":\"demo\",\"name\":\"assets:v2\"}";
        assertEquals(
                json("[{\"from\":" + from + ",\"paths\":[{\"sourcePath\":\"/x\",\"destinationDir\":\"y\"}]}]"),
                spec.path("source").path("images"));
        assertEquals(
                json("[{\"type\":\"ConfigChange\"},{\"type\":\"ImageChange\",\"imageChange\":{}},"
                        + "{\"type\":\"ImageChange\",\"imageChange\":{\"from\":" + from + "}}]"),
                json("[" + spec.path("triggers").path(2) + ","
                        + spec.path("triggers").path(3) + ","
                        + spec.path("triggers").path(4) + "]"));
    }

    @Test
    void a_source_image_needs_its_path_and_a_source() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: specifying binary builds and source repositories at the same time is not allowed\n"),
                project.newBuild(
                        "b", "--binary", "--name=cc", "--source-image=b", "--source-image-path=/x:y", "-o", "yaml"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --source-image-path must be specified when --source-image is specified.\n"
                                + "See 's2ioc new-build -h' for help and examples\n"),
                project.newBuild("b~.", "--source-image=b"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --source-image-path=/x must be PATH:DIRECTORY: what to copy out of the image, and where"
                                + " to put it within the source\n"),
                project.newBuild("b~.", "--source-image=b", "--source-image-path=/x"));
    }
}
