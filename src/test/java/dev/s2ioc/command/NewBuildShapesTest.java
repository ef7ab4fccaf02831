package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each flag of new-build makes of the build config, the image streams and the words. */
class NewBuildShapesTest {
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

    private List<String> created() {
        return project.requests().stream()
                .filter(request -> request.startsWith("POST ") && !request.contains("imagestreamimports"))
                .map(request -> json(request.replaceFirst("^[^{]*", "")))
                .map(body -> body.path("kind").asText() + " "
                        + body.path("metadata").path("name").asText() + " "
                        + body.path("metadata").path("labels"))
                .toList();
    }

    @Test
    void a_builder_used_for_a_docker_build_replaces_its_base() {
        project.withBuilder();
        assertEquals(
                json("""
                        {"type":"Docker","dockerStrategy":{"from":{"kind":"ImageStreamTag","namespace":"demo",
                         "name":"s2i-simple-builder:latest"}}}"""),
                spec("s2i-simple-builder", "--binary", "--strategy=docker", "--name=app")
                        .path("strategy"));
    }

    @Test
    void an_image_without_labels_is_a_builder_when_the_user_says_so() {
        project.withStream("plain", "latest").withImage("plain:latest", Map.of());
        assertEquals(
                "Source",
                spec("plain", "--binary", "--strategy=source", "--name=app")
                        .path("strategy")
                        .path("type")
                        .asText());
        assertEquals(
                "Docker",
                spec("plain", "--binary", "--name=app")
                        .path("strategy")
                        .path("type")
                        .asText());
    }

    @Test
    void a_tag_annotation_makes_a_builder_and_describes_it() {
        JsonNode stream = json("""
                {"kind":"ImageStream","metadata":{"name":"ruby","namespace":"openshift"},
                 "spec":{"tags":[{"name":"latest","from":{"kind":"ImageStreamTag","name":"3.1"}},
                   {"name":"3.1","annotations":{"openshift.io/display-name":"Ruby 3.1","description":"Build Ruby",
                    "tags":"builder,ruby"}}]},
                 "status":{"tags":[{"tag":"latest","items":[{"image":"sha256:1"}]},
                   {"tag":"3.1","items":[{"image":"sha256:1"}]}]}}""");
        project.api.on("GET " + NewBuildFixture.STREAMS.replace("/demo/", "/openshift/") + "/ruby", stream);
        project.withImageIn("openshift", "ruby:3.1", Map.of("io.k8s.display-name", "hidden"));
        Ran ran = project.newBuild("ruby", "--binary", "--name=app", "--dry-run");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (14 seconds old) in image stream "openshift/ruby" under tag "3.1" for "ruby"

                    Ruby 3.1\s
                    --------\s
                    Build Ruby

                    Tags: builder, ruby

                    * A source build using binary input will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                    imagestream.image.openshift.io "app" created (dry run)
                    buildconfig.build.openshift.io "app" created (dry run)
                --> Success (dry run)
                """, ""), ran);
    }

    @Test
    void the_stream_of_a_named_project_is_used() {
        project.withStreamIn("other", "base", "v1").withImageIn("other", "base:v1", Map.of());
        assertEquals(
                json("""
                        {"kind":"ImageStreamTag","namespace":"other","name":"base:v1"}"""),
                spec("-i", "other/base:v1", "--binary", "--name=app")
                        .path("strategy")
                        .path("dockerStrategy")
                        .path("from"));
    }

    @Test
    void the_image_goes_to_another_tag() {
        assertEquals(json("""
                        {"to":{"kind":"ImageStreamTag","name":"other:v2"}}"""), spec("--name=app", "--binary", "--to=other:v2").path("output"));
        assertEquals(
                List.of("ImageStream other {\"build\":\"app\"}", "BuildConfig app {\"build\":\"app\"}"), created());
    }

    @Test
    void the_name_comes_from_the_output_when_not_given() {
        spec("--binary", "--to=other:v2");
        assertEquals(
                List.of("ImageStream other {\"build\":\"other\"}", "BuildConfig other {\"build\":\"other\"}"),
                created());
    }

    @Test
    void the_image_goes_to_a_registry_without_any_stream() {
        Ran ran = project.newBuild("--name=app", "--binary", "--to=reg.example.com/x/y:z", "--to-docker");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed with Docker to "reg.example.com/x/y:z"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                    buildconfig.build.openshift.io "app" created
                --> Success
                """, ""), ran);
        assertEquals(
                json("""
                        {"to":{"kind":"DockerImage","name":"reg.example.com/x/y:z"}}"""),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("output"));
        assertEquals(List.of("BuildConfig app {\"build\":\"app\"}"), created());
    }

    @Test
    void without_output_nothing_is_pushed_but_the_stream_is_made() {
        Ran ran = project.newBuild("--name=app", "--binary", "--no-output");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                    imagestream.image.openshift.io "app" created
                    buildconfig.build.openshift.io "app" created
                --> Success
                """, ""), ran);
        assertEquals(
                json("{}"),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("output"));
    }

    @Test
    void labels_of_the_user_replace_the_default_one() {
        Ran ran = project.newBuild("--name=app", "--binary", "-l", "tier=back,a=b");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                "--> Creating resources with label a=b,tier=back ...",
                ran.out()
                        .lines()
                        .filter(line -> line.contains("label"))
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                List.of(
                        "ImageStream app {\"tier\":\"back\",\"a\":\"b\"}",
                        "BuildConfig app {\"tier\":\"back\",\"a\":\"b\"}"),
                created());
    }

    @Test
    void variables_come_from_files_flags_input_and_arguments_in_this_order() throws Exception {
        Files.writeString(home.resolve("vars"), "# a comment\nA=file\nB=file\n\n");
        JsonNode strategy;
        Ran ran = project.newBuild(
                "C=input\nB=input\n".getBytes(StandardCharsets.UTF_8),
                "--name=app",
                "--binary",
                "--env-file=vars",
                "-e",
                "-",
                "-e",
                "D=a=b, c",
                "E=argument",
                "--build-arg",
                "V=1");
        assertEquals(0, ran.code(), ran.err());
        strategy = project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("strategy");
        assertEquals(json("""
                        {"type":"Docker","dockerStrategy":{"env":[{"name":"A","value":"file"},{"name":"B","value":"input"},
                         {"name":"C","value":"input"},{"name":"D","value":"a=b, c"},{"name":"E","value":"argument"}],
                         "buildArgs":[{"name":"V","value":"1"}]}}"""), strategy);
    }

    @Test
    void secrets_and_config_maps_become_files_of_the_source() {
        JsonNode spec = spec(
                "--name=app",
                "--binary",
                "--build-secret=s:d",
                "--build-secret=t",
                "--build-config-map=c:e",
                "--push-secret=p");
        assertEquals(json("""
                        {"type":"Binary","binary":{},
                         "secrets":[{"secret":{"name":"s"},"destinationDir":"d"},{"secret":{"name":"t"},"destinationDir":"."}],
                         "configMaps":[{"configMap":{"name":"c"},"destinationDir":"e"}]}"""), spec.path("source"));
        assertEquals(json("""
                        {"to":{"kind":"ImageStreamTag","name":"app:latest"},"pushSecret":{"name":"p"}}"""), spec.path("output"));
    }

    @Test
    void an_image_that_nobody_can_find_is_used_when_allowed_and_told() {
        Ran ran = project.newBuild(
                "--image=quay.io/none/none", "--name=mm", "--binary", "--allow-missing-images", "-o", "name");
        assertEquals(
                new Ran(
                        0,
                        "imagestream.image.openshift.io/mm\nbuildconfig.build.openshift.io/mm\n",
                        "warning: Could not find an image stream match for \"quay.io/none/none\". Make sure that a"
                                + " container image with that tag is available on the node for the build to succeed.\n"),
                ran);
        assertEquals(
                "POST " + NewBuildFixture.IMPORTS
                        + " {\"kind\":\"ImageStreamImport\",\"apiVersion\":\"image.openshift.io/v1\","
                        + "\"metadata\":{\"name\":\"newapp\"},\"spec\":{\"import\":false,"
                        + "\"images\":[{\"from\":{\"kind\":\"DockerImage\",\"name\":\"quay.io/none/none\"},"
                        + "\"importPolicy\":{},\"referencePolicy\":{\"type\":\"\"}}]},\"status\":{}}",
                project.requests().getFirst());
        assertEquals(
                json("""
                        {"type":"Docker","dockerStrategy":{"from":{"kind":"DockerImage","name":"quay.io/none/none"}}}"""),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("strategy"));
    }

    @Test
    void a_tag_without_image_is_used_when_allowed() {
        project.withStream("empty");
        assertEquals(
                json("""
                        {"kind":"ImageStreamTag","namespace":"demo","name":"empty:latest"}"""),
                spec("empty", "--binary", "--name=app", "--strategy=source", "--allow-missing-imagestream-tags")
                        .path("strategy")
                        .path("sourceStrategy")
                        .path("from"));
    }

    @Test
    void an_image_of_a_history_is_named_by_its_digest() {
        String digest = "sha256:" + "1".repeat(64);
        project.api.on(
                "GET /apis/image.openshift.io/v1/namespaces/demo/imagestreamimages/base@" + digest,
                json("{\"image\":" + NewBuildFixture.image(Map.of()) + "}"));
        assertEquals(
                json("{\"kind\":\"ImageStreamImage\",\"namespace\":\"demo\",\"name\":\"base@" + digest + "\"}"),
                spec("base@" + digest, "--binary", "--name=app")
                        .path("strategy")
                        .path("dockerStrategy")
                        .path("from"));
    }

    @Test
    void how_an_image_is_imported_is_asked_and_kept() {
        project.withRegistryImage(Map.of());
        Ran ran = project.newBuild(
                "--image=quay.io/team/web:v1",
                "--binary",
                "--name=app",
                "--insecure-registry",
                "--import-mode=PreserveOriginal",
                "--show-labels",
                "-o",
                "name");
        assertEquals(
                new Ran(
                        0,
                        "imagestream.image.openshift.io/web\nimagestream.image.openshift.io/app\n"
                                + "buildconfig.build.openshift.io/app\n",
                        "warning: --show-labels has no effect\n"),
                ran);
        JsonNode policy = json("{\"insecure\":true,\"importMode\":\"PreserveOriginal\"}");
        assertEquals(policy, project.posted(NewBuildFixture.IMPORTS).at("/spec/images/0/importPolicy"));
        String stream = project.requests().stream()
                .filter(request -> request.startsWith("POST " + NewBuildFixture.STREAMS + " "))
                .findFirst()
                .orElseThrow();
        assertEquals(policy, json(stream.substring(stream.indexOf('{'))).at("/spec/tags/0/importPolicy"));
        assertEquals(
                new Ran(1, "", "error: valid ImportMode values are Legacy or PreserveOriginal\n"),
                project.newBuild("--name=app", "--binary", "--import-mode=all"));
    }
}
