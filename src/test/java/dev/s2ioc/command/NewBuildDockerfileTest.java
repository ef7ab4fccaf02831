package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.testing.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of a Dockerfile's text: what becomes of its FROM, and that the image behind it is followed. */
class NewBuildDockerfileTest {
    private static final String BUSYBOX = "image-registry.openshift-image-registry.svc:5000/openshift/busybox:latest";

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

    private JsonNode spec() {
        return project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec");
    }

    @Test
    void an_image_of_a_registry_gets_a_stream_that_tracks_it() {
        project.withRegistryImage(Map.of());
        Ran ran = project.newBuild("-D", "FROM " + BUSYBOX + "\nRUN echo hi", "--name", "dtext");
        assertEquals(new Ran(0, """
                --> Found container image 0b95b53 (14 seconds old) from image-registry.openshift-image-registry.svc:5000 for "image-registry.openshift-image-registry.svc:5000/openshift/busybox:latest"

                    * An image stream tag will be created as "busybox:latest" that will track the source image
                    * A Docker build using a predefined Dockerfile will be created
                      * The resulting image will be pushed to image stream tag "dtext:latest"
                      * Every time "busybox:latest" changes a new build will be triggered

                --> Creating resources with label build=dtext ...
                    imagestream.image.openshift.io "busybox" created
                    imagestream.image.openshift.io "dtext" created
                    buildconfig.build.openshift.io "dtext" created
                --> Success
                """, ""), ran);
        String stream = project.requests().stream()
                .filter(request -> request.startsWith("POST " + NewBuildFixture.STREAMS + " "))
                .findFirst()
                .orElseThrow();
        assertEquals(
                json("""
                        {"lookupPolicy":{"local":false},"tags":[{"name":"latest",
                         "annotations":{"openshift.io/imported-from":"%1$s"},
                         "from":{"kind":"DockerImage","name":"%1$s"},"generation":null,"importPolicy":{},
                         "referencePolicy":{"type":""}}]}""".formatted(BUSYBOX)),
                json(stream.replaceFirst("^[^{]*", "")).path("spec"));
        assertEquals(json("""
                        {"triggers":[{"type":"GitHub","github":{"secret":"SECRET"}},{"type":"Generic","generic":{"secret":"SECRET"}},
                          {"type":"ConfigChange"},{"type":"ImageChange","imageChange":{}}],
                         "source":{"type":"Dockerfile","dockerfile":"FROM %s\\nRUN echo hi"},
                         "strategy":{"type":"Docker","dockerStrategy":{"from":{"kind":"ImageStreamTag","name":"busybox:latest"}}},
                         "output":{"to":{"kind":"ImageStreamTag","name":"dtext:latest"}},"resources":{},"postCommit":{},
                         "nodeSelector":null}""".formatted(BUSYBOX)), spec());
    }

    @Test
    void an_image_stream_is_used() {
        project.withBuilder();
        Ran ran = project.newBuild("-D", "FROM s2i-simple-builder:latest\nRUN true\nEXPOSE 9090", "--name=fromd");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (14 seconds old) in image stream "demo/s2i-simple-builder" under tag "latest" for "s2i-simple-builder:latest"

                    Cat runtime\s
                    -----------\s
                    Prints the files that a developer put into src

                    Tags: builder, cat

                    * A Docker build using a predefined Dockerfile will be created
                      * The resulting image will be pushed to image stream tag "fromd:latest"
                      * A build will start by itself now, and every time "s2i-simple-builder:latest" changes; use 's2ioc start-build' to trigger a new one

                --> Creating resources with label build=fromd ...
                    imagestream.image.openshift.io "fromd" created
                    buildconfig.build.openshift.io "fromd" created
                --> Success
                """, ""), ran);
        assertEquals(json("""
                        {"from":{"kind":"ImageStreamTag","namespace":"demo","name":"s2i-simple-builder:latest"}}"""), spec().path("strategy").path("dockerStrategy"));
    }

    @Test
    void the_text_may_come_from_standard_input() {
        byte[] text = "FROM scratch\nCOPY . /\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, project.newBuild(text, "-D", "-", "--name=scr").code());
        assertEquals(json("""
                        {"type":"Dockerfile","dockerfile":"FROM scratch\\nCOPY . /\\n"}"""), spec().path("source"));
        assertEquals(json("""
                        {"from":{"kind":"DockerImage","name":"scratch"}}"""), spec().path("strategy").path("dockerStrategy"));
    }

    @Test
    void a_stage_that_starts_from_a_stage_keeps_its_from() {
        assertEquals(
                0,
                project.newBuild("-D", "FROM alpine AS build\nRUN a \\\n  from b\nFROM build\nRUN c", "--name=staged")
                        .code());
        assertEquals(json("{}"), spec().path("strategy").path("dockerStrategy"));
    }

    @Test
    void a_base_image_that_nobody_knows_is_left_to_the_build() {
        Ran ran = project.newBuild("-D", "FROM nosuch", "--name=hopeful", "-o", "name");
        assertEquals(
                new Ran(
                        0,
                        "imagestream.image.openshift.io/hopeful\nbuildconfig.build.openshift.io/hopeful\n",
                        "warning: Could not find an image stream match for \"nosuch\". Make sure that a container image"
                                + " with that tag is available on the node for the build to succeed.\n"),
                ran);
        assertEquals(json("""
                        {"from":{"kind":"DockerImage","name":"nosuch"}}"""), spec().path("strategy").path("dockerStrategy"));
    }

    @Test
    void a_tag_that_follows_another_image_is_not_taken_for_the_base() {
        project.withRegistryImage(Map.of()).api.on("GET " + NewBuildFixture.STREAMS + "/busybox", json("""
                {"metadata":{"name":"busybox"},"spec":{"tags":[{"name":"latest",
                 "from":{"kind":"DockerImage","name":"elsewhere.example.com/busybox"}}]}}"""));
        assertEquals(
                0,
                project.newBuild("-D", "FROM quay.io/a/busybox", "--name=app").code());
        assertEquals(json("""
                        {"from":{"kind":"DockerImage","name":"quay.io/a/busybox"}}"""), spec().path("strategy").path("dockerStrategy"));
    }

    @Test
    void a_stream_without_the_tag_gets_it() {
        project.withRegistryImage(Map.of()).withStream("busybox", "other");
        project.api.on("POST " + NewBuildFixture.TAGS, 201, "{\"metadata\":{\"uid\":\"stream-uid\"}}");
        Ran ran = project.newBuild("-D", "FROM quay.io/a/busybox:1", "--name=app", "-o", "name");
        assertEquals(new Ran(0, """
                        imagestreamtag.image.openshift.io/busybox:1
                        imagestream.image.openshift.io/app
                        buildconfig.build.openshift.io/app
                        """, ""), ran);
        assertEquals(json("""
                        {"name":"1","annotations":{"openshift.io/imported-from":"quay.io/a/busybox:1"},
                         "from":{"kind":"DockerImage","name":"quay.io/a/busybox:1"},"generation":null,"importPolicy":{},
                         "referencePolicy":{"type":""}}"""), project.posted(NewBuildFixture.TAGS).path("tag"));
    }
}
