package dev.s2ioc.command;

import static dev.s2ioc.command.NewBuildFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's two calls of new-build, word for word and request for request as recorded; and the output formats. */
class NewBuildCommandTest {
    private static final String IMAGE_STREAM = """
            {"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"s2i-simple-builder",\
            "labels":{"build":"s2i-simple-builder"},\
            "annotations":{"openshift.io/generated-by":"OpenShiftNewBuild"}},"spec":{"lookupPolicy":{"local":false}},\
            "status":{"dockerImageRepository":""}}""";
    private static final String BUILD_CONFIG = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"s2i-simple-builder",\
            "labels":{"build":"s2i-simple-builder"},\
            "annotations":{"openshift.io/generated-by":"OpenShiftNewBuild"}},\
            "spec":{"triggers":[{"type":"GitHub","github":{"secret":"SECRET"}},{"type":"Generic","generic":{"secret":"SECRET"}}],\
            "source":{"type":"Binary","binary":{}},"strategy":{"type":"Docker","dockerStrategy":{}},\
            "output":{"to":{"kind":"ImageStreamTag","name":"s2i-simple-builder:latest"}},"resources":{},"postCommit":{},\
            "nodeSelector":null},"status":{"lastVersion":0}}""";

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

    @Test
    void a_binary_docker_build_is_created_as_oc_creates_it() {
        Ran ran = project.newBuild("--name", "s2i-simple-builder", "--binary");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "s2i-simple-builder:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=s2i-simple-builder ...
                    imagestream.image.openshift.io "s2i-simple-builder" created
                    buildconfig.build.openshift.io "s2i-simple-builder" created
                --> Success
                """, ""), ran);
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/s2i-simple-builder",
                        "POST " + NewBuildFixture.STREAMS + " " + IMAGE_STREAM,
                        "POST " + NewBuildFixture.BUILD_CONFIGS + " " + BUILD_CONFIG),
                project.requests());
    }

    @Test
    void a_builder_that_was_just_pushed_is_recognised_and_described() {
        project.withBuilder();
        Ran ran = project.newBuild("s2i-simple-builder", "--binary", "--name", "simple1");
        assertEquals(new Ran(0, """
                --> Found image 0b95b53 (14 seconds old) in image stream "demo/s2i-simple-builder" under tag "latest" for "s2i-simple-builder"

                    Cat runtime\s
                    -----------\s
                    Prints the files that a developer put into src

                    Tags: builder, cat

                    * A source build using binary input will be created
                      * The resulting image will be pushed to image stream tag "simple1:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=simple1 ...
                    imagestream.image.openshift.io "simple1" created
                    buildconfig.build.openshift.io "simple1" created
                --> Success
                """, ""), ran);
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/s2i-simple-builder",
                        "GET " + NewBuildFixture.TAGS + "/s2i-simple-builder:latest",
                        "GET " + NewBuildFixture.STREAMS + "/simple1",
                        "POST " + NewBuildFixture.STREAMS,
                        "POST " + NewBuildFixture.BUILD_CONFIGS),
                project.requests().stream()
                        .map(request -> request.replaceFirst(" \\{.*", ""))
                        .toList());
        assertEquals(
                json("""
                        {"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","namespace":"demo",
                         "name":"s2i-simple-builder:latest"}}}"""),
                project.posted(NewBuildFixture.BUILD_CONFIGS).path("spec").path("strategy"));
    }

    @Test
    void a_stream_that_is_there_is_used_even_without_any_image() {
        project.withStream("s2i-simple-builder");
        Ran ran = project.newBuild("--name", "s2i-simple-builder", "--binary");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "s2i-simple-builder:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=s2i-simple-builder ...
                    buildconfig.build.openshift.io "s2i-simple-builder" created
                --> Success
                """, ""), ran);
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/s2i-simple-builder",
                        "POST " + NewBuildFixture.BUILD_CONFIGS + " " + BUILD_CONFIG),
                project.requests());
    }

    @Test
    void a_dry_run_creates_nothing() {
        Ran ran = project.newBuild("--name", "dry", "--binary", "--dry-run");
        assertEquals(new Ran(0, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "dry:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=dry ...
                    imagestream.image.openshift.io "dry" created (dry run)
                    buildconfig.build.openshift.io "dry" created (dry run)
                --> Success (dry run)
                """, ""), ran);
        assertEquals(List.of("GET " + NewBuildFixture.STREAMS + "/dry"), project.requests());
    }

    @Test
    void names_alone_are_printed_for_scripts() {
        String names = "imagestream.image.openshift.io/dry\nbuildconfig.build.openshift.io/dry\n";
        assertEquals(new Ran(0, names, ""), project.newBuild("--name", "dry", "--binary", "-o", "name", "--dry-run"));
        assertEquals(1, project.requests().size());
        assertEquals(new Ran(0, names, ""), project.newBuild("--name", "dry", "--binary", "-o", "name"));
        assertEquals(4, project.requests().size());
    }

    @Test
    void yaml_is_printed_and_nothing_is_created() {
        project.withBuilder();
        Ran ran = project.newBuild("s2i-simple-builder", "--binary", "--name", "dry", "-o", "yaml");
        assertEquals(new Ran(0, """
                apiVersion: v1
                items:
                - apiVersion: image.openshift.io/v1
                  kind: ImageStream
                  metadata:
                    annotations:
                      openshift.io/generated-by: OpenShiftNewBuild
                    labels:
                      build: dry
                    name: dry
                  spec:
                    lookupPolicy:
                      local: false
                  status:
                    dockerImageRepository: ""
                - apiVersion: build.openshift.io/v1
                  kind: BuildConfig
                  metadata:
                    annotations:
                      openshift.io/generated-by: OpenShiftNewBuild
                    labels:
                      build: dry
                    name: dry
                  spec:
                    nodeSelector: null
                    output:
                      to:
                        kind: ImageStreamTag
                        name: dry:latest
                    postCommit: {}
                    resources: {}
                    source:
                      binary: {}
                      type: Binary
                    strategy:
                      sourceStrategy:
                        from:
                          kind: ImageStreamTag
                          name: s2i-simple-builder:latest
                          namespace: demo
                      type: Source
                    triggers:
                    - github:
                        secret: SECRET
                      type: GitHub
                    - generic:
                        secret: SECRET
                      type: Generic
                  status:
                    lastVersion: 0
                kind: List
                metadata: {}
                """, ""), ran);
        assertTrue(project.requests().stream().allMatch(request -> request.startsWith("GET ")));
    }

    @Test
    void json_is_printed_in_the_order_of_the_api_and_nothing_is_created() {
        Ran ran = project.newBuild(
                "-D", "FROM scratch\nCOPY . /", "--name=scr", "--no-output", "-l", "team=a,tier=b", "-o", "json");
        assertEquals(new Ran(0, """
                {
                    "kind": "List",
                    "apiVersion": "v1",
                    "metadata": {},
                    "items": [
                        {
                            "kind": "ImageStream",
                            "apiVersion": "image.openshift.io/v1",
                            "metadata": {
                                "name": "scr",
                                "labels": {
                                    "team": "a",
                                    "tier": "b"
                                },
                                "annotations": {
                                    "openshift.io/generated-by": "OpenShiftNewBuild"
                                }
                            },
                            "spec": {
                                "lookupPolicy": {
                                    "local": false
                                }
                            },
                            "status": {
                                "dockerImageRepository": ""
                            }
                        },
                        {
                            "kind": "BuildConfig",
                            "apiVersion": "build.openshift.io/v1",
                            "metadata": {
                                "name": "scr",
                                "labels": {
                                    "team": "a",
                                    "tier": "b"
                                },
                                "annotations": {
                                    "openshift.io/generated-by": "OpenShiftNewBuild"
                                }
                            },
                            "spec": {
                                "triggers": [
                                    {
                                        "type": "GitHub",
                                        "github": {
                                            "secret": "SECRET"
                                        }
                                    },
                                    {
                                        "type": "Generic",
                                        "generic": {
                                            "secret": "SECRET"
                                        }
                                    },
                                    {
                                        "type": "ConfigChange"
                                    }
                                ],
                                "source": {
                                    "type": "Dockerfile",
                                    "dockerfile": "FROM scratch\\nCOPY . /"
                                },
                                "strategy": {
                                    "type": "Docker",
                                    "dockerStrategy": {
                                        "from": {
                                            "kind": "DockerImage",
                                            "name": "scratch"
                                        }
                                    }
                                },
                                "output": {},
                                "resources": {},
                                "postCommit": {},
                                "nodeSelector": null
                            },
                            "status": {
                                "lastVersion": 0
                            }
                        }
                    ]
                }
                """, ""), ran);
    }

    @Test
    void each_webhook_gets_a_secret_of_its_own() {
        project.newBuild("--name", "app", "--binary");
        var triggers = json(project.api.requests().getLast().replaceFirst("^[^{]*", ""))
                .path("spec")
                .path("triggers");
        String github = triggers.path(0).path("github").path("secret").asText();
        String generic = triggers.path(1).path("generic").path("secret").asText();
        assertTrue(github.matches("[A-Za-z0-9_-]{20}"), github);
        assertTrue(generic.matches("[A-Za-z0-9_-]{20}"), generic);
        assertNotEquals(github, generic);
    }
}
