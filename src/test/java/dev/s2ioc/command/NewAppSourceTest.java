package dev.s2ioc.command;

import static dev.s2ioc.command.NewAppFixture.failed;
import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications of sources: each gets a build, and what runs its image. */
class NewAppSourceTest {
    private static final String NOWHERE = "https://127.0.0.1:9/app.git";

    @TempDir
    Path home;

    private NewAppFixture app;
    private NewBuildFixture project;

    @BeforeEach
    void start() {
        app = new NewAppFixture(home);
        project = app.project;
        project.withBuilder();
        project.api.on("POST " + NewBuildFixture.BUILD_CONFIGS, 201, """
                {"kind":"BuildConfig","metadata":{"name":"app","uid":"b"},"spec":{"triggers":[{"type":"ConfigChange"}]}}""");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_source_is_built_and_run() {
        Ran ran = app.newApp("s2i-simple-builder~" + NOWHERE, "-e", "A=B", "--build-env=C=D");
        assertEquals(new Ran(0, """
                warning: Cannot check if git requires authentication.
                --> Found image 0b95b53 (44 seconds old) in image stream "demo/s2i-simple-builder" under tag "latest" for "s2i-simple-builder"

                    Cat runtime\s
                    -----------\s
                    Prints the files that a developer put into src

                    Tags: builder, cat

                    * A source build using source code from https://127.0.0.1:9/app.git will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A build will start by itself now, and every time "s2i-simple-builder:latest" changes; use 's2ioc start-build' to trigger a new one
                    * This image will be deployed in deployment "app"
                    * The image does not expose any ports - if you want to load balance or send traffic to this component
                      you will need to create a service with 's2ioc expose deployment/app --port=[port]' later
                    * WARNING: Image "demo/s2i-simple-builder:latest" runs as the 'root' user which may not be permitted by your cluster administrator

                --> Creating resources ...
                    imagestream.image.openshift.io "app" created
                    buildconfig.build.openshift.io "app" created
                    deployment.apps "app" created
                --> Success
                    WARNING: No container image registry has been configured with the server. Automatic builds and deployments may not function.
                    Build scheduled, use 's2ioc logs -f buildconfig/app' to track its progress.
                    Run 's2ioc status' to view your app.
                """, ""), ran);
        JsonNode config = project.posted(NewBuildFixture.BUILD_CONFIGS);
        assertEquals(json("""
                {"name":"app",
                 "labels":{"app":"app","app.kubernetes.io/component":"app","app.kubernetes.io/instance":"app"},
                 "annotations":{"openshift.io/generated-by":"OpenShiftNewApp"}}"""), config.path("metadata"));
        assertEquals(json("""
                {"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","namespace":"demo","name":"s2i-simple-builder:latest"},
                 "env":[{"name":"C","value":"D"}]}}"""), config.path("spec").path("strategy"));
        JsonNode deployment = project.posted(NewAppFixture.DEPLOYMENTS);
        assertEquals(
                "[{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:latest\"},"
                        + "\"fieldPath\":\"spec.template.spec.containers[?(@.name==\\\"app\\\")].image\"}]",
                deployment
                        .path("metadata")
                        .path("annotations")
                        .path("image.openshift.io/triggers")
                        .asText());
        assertEquals(
                json(
                        "[{\"name\":\"app\",\"image\":\" \",\"env\":[{\"name\":\"A\",\"value\":\"B\"}],\"resources\":{}}]"),
                deployment.path("spec").path("template").path("spec").path("containers"));
    }

    @Test
    void a_source_that_stands_alone_is_built_by_the_builder_among_the_images() {
        app.withListener("dns");
        JsonNode objects = app.objects("simple1", "s2i-simple-builder", NOWHERE);
        assertEquals("[Deployment, ImageStream, BuildConfig, Deployment]", kinds(objects));
        Ran unclear = app.newApp("simple1", "dns", NOWHERE);
        assertEquals(
                failed(
                        "it is not clear which image builds which source - use one of the following to declare which code"
                                + " goes with the image:\n  simple1~" + NOWHERE + "\n  dns~" + NOWHERE),
                unclear);
    }

    private static String kinds(JsonNode objects) {
        return objects.valueStream()
                .map(object -> object.path("kind").asText())
                .toList()
                .toString();
    }

    @Test
    void two_builds_of_the_same_name_are_told_apart() {
        List<String> names = app.objects("s2i-simple-builder~" + NOWHERE, "s2i-simple-builder~" + NOWHERE)
                .valueStream()
                .map(object -> object.path("kind").asText() + "/"
                        + object.path("metadata").path("name").asText())
                .toList();
        assertEquals(
                List.of(
                        "ImageStream/app",
                        "BuildConfig/app",
                        "Deployment/app",
                        "ImageStream/app-1",
                        "BuildConfig/app-1",
                        "Deployment/app-1"),
                names);
    }

    @Test
    void the_ports_of_a_dockerfile_are_served() throws IOException {
        Path source = Files.createDirectory(home.resolve("shop"));
        Files.writeString(source.resolve("Dockerfile"), "FROM simple1\nEXPOSE 8080 53/udp $PORT\n");
        JsonNode objects = app.objects("./shop");
        assertEquals("[ImageStream, BuildConfig, Deployment, Service]", kinds(objects));
        assertEquals(
                json("[{\"name\":\"53-udp\",\"protocol\":\"UDP\",\"port\":53,\"targetPort\":53},"
                        + "{\"name\":\"8080-tcp\",\"protocol\":\"TCP\",\"port\":8080,\"targetPort\":8080}]"),
                objects.get(3).path("spec").path("ports"));
    }

    @Test
    void a_builder_is_found_by_the_language_of_the_source() throws IOException {
        Path source = Files.createDirectory(home.resolve("shop"));
        Files.createFile(source.resolve("pom.xml"));
        project.withoutStreams();
        Ran none = app.newApp("./shop");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("The 's2ioc new-app' command will match arguments"), none.err());
        project.withStreamIn("openshift", "jee", "latest")
                .withImageIn("openshift", "jee:latest", Map.of("io.openshift.s2i.scripts-url", "image:///s2i"));
        Ran ran = app.newApp("./shop", "--dry-run");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("    * The source repository appears to match: jee\n"), ran.out());
    }

    @Test
    void an_uploaded_source_waits_for_its_first_build() {
        Ran ran = app.newApp("s2i-simple-builder", "--binary", "--name=up", "-o", "name");
        assertEquals(
                "imagestream.image.openshift.io/up\nbuildconfig.build.openshift.io/up\ndeployment.apps/up\n",
                ran.out());
        assertFalse(project.posted(NewBuildFixture.BUILD_CONFIGS).toString().contains("ConfigChange"));
        assertEquals(
                failed("specifying binary builds and source repositories at the same time is not allowed"),
                app.newApp("--binary", "s2i-simple-builder~" + NOWHERE));
    }

    @Test
    void an_output_that_would_replace_its_builder_is_refused() {
        assertEquals(
                failed("output image of \"s2i-simple-builder:latest\" should be different than input, override artifact"
                        + " names with --name"),
                app.newApp("s2i-simple-builder~https://127.0.0.1:9/s2i-simple-builder.git"));
    }
}
