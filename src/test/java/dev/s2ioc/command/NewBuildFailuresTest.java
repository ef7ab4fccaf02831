package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What new-build says when it cannot, and that it leaves nothing behind. */
class NewBuildFailuresTest {
    private static final String WAYS = """

            The 's2ioc new-build' command will match arguments to the following types:

              1. Images tagged into image streams in the current project or the 'openshift' project
                 - if you don't specify a tag, we'll add ':latest'
              2. Images in the container registry, on remote registries, or on the local container engine
              3. Git repository URLs or local paths that point to Git repositories

            --allow-missing-images can be used to force the use of an image that was not matched

            See 's2ioc new-build -h' for examples.
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

    private static Ran failed(String error) {
        return new Ran(1, "", "error: " + error + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --binary                                       | you must provide a --name when you don't specify a source repository or base image
            --binary --strategy=source --name=x1           | you must provide a builder image when using the source strategy with a binary build
            --name=x1 builder                              | you must specify at least one source repository URL, provide a Dockerfile, or indicate you wish to use binary builds
            --name=y --binary                              | can't build "": invalid name: y
            --name=Y_ --binary                             | invalid name: Y_. Must be an a lower case alphanumeric (a-z, and 0-9) string with a maximum length of 58 characters, where the first character is a letter (a-z), and the '-' character is allowed anywhere except the first or last character.
            --name=x1 --binary --dockerfile=FROM:x         | specifying binary builds and source repositories at the same time is not allowed
            --name=x1 --binary https://example.com/x.git   | specifying binary builds and source repositories at the same time is not allowed
            --name=x1 --binary --code=.                    | specifying binary builds and source repositories at the same time is not allowed
            --name=x1 --binary a b                         | a build is made with one image, but 2 are given
            --name=x1 --dockerfile=RUN:x                   | the Dockerfile in the repository "" has no FROM instruction
            --name=x1 --dockerfile=FROM:x --strategy=source | when directly referencing a Dockerfile, the strategy must be 'docker'
            --name=x1 --binary --strategy=magic            | invalid argument "magic" for "--strategy" flag: invalid strategy: magic. Must be 'docker' or 'source'.\\nSee 's2ioc new-build --help' for usage.
            --name=x1 --binary --strategy=pipeline         | invalid argument "pipeline" for "--strategy" flag: the pipeline strategy is deprecated and not supported: use docker or source\\nSee 's2ioc new-build --help' for usage.
            --name=x1 --binary -e FOO                      | invalid parameter assignment in "FOO": it must be NAME=VALUE
            --name=x1 --binary -e 1X=y                     | invalid parameter assignment in "1X=y": a name consists of letters, digits, '_', '-' and '.', and does not begin with a digit
            --name=x1 --binary --build-arg=C               | build-args must be of the form key=value, but is "C"
            --name=x1 --binary -l a                        | unexpected label spec: a
            --name=x1 --binary --env-file=nosuch           | Cannot stat "nosuch": stat nosuch: no such file or directory
            --name=x1 --dockerfile=FROM:x --source-image=y | --source-image-path must be specified when --source-image is specified.\\nSee 's2ioc new-build -h' for help and examples
            --name=x1 --dockerfile=FROM:x --source-image-path=/a:b | --source-image must be specified when --source-image-path is specified.\\nSee 's2ioc new-build -h' for help and examples
            --name=x1 --binary --build-secret=s:/abs       | for the docker strategy, the secret destination directory "/abs" must be a relative path
            --name=x1 --binary --build-secret=S_           | "S_" must be NAME[:DIRECTORY], with the name of a secret or config map
            --name=x1 --binary --to=a/b/c:d                | --to=a/b/c:d is not an image stream tag of the current project (NAME[:TAG]); use --to-docker to push to a registry
            --name=x1 --binary --to=UPPER                  | invalid output image reference: UPPER; --to takes NAME[:TAG]
            --name=x1 --binary a//b                        | "a//b" is not a valid image reference
            --name=x1 --binary -o table                    | unable to match a printer suitable for the output format "table", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml
            """)
    void wrong_flags_are_told_and_nothing_is_created(String flags, String error) {
        String[] words = flags.split(" +");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replaceFirst("^(--dockerfile=\\w+):", "$1 ");
        }
        assertEquals(failed(error.replace("\\n", "\n")), project.newBuild(words));
        assertEquals(
                List.of(),
                project.requests().stream()
                        .filter(request -> request.startsWith("POST "))
                        .toList());
    }

    @Test
    void nothing_given_is_answered_with_the_ways_to_begin() {
        assertEquals(failed("""
                You must specify one or more images, image streams, or source code locations to create a build.

                To build what is uploaded later, with its own Dockerfile or with a builder image:

                  s2ioc new-build --name NAME --binary
                  s2ioc new-build BUILDER --binary --name NAME

                To build a git repository, with a builder image or with its own Dockerfile:

                  s2ioc new-build BUILDER~https://example.com/app.git
                  s2ioc new-build https://example.com/app.git

                To build a Dockerfile's text:

                  s2ioc new-build --dockerfile=$'FROM busybox\\nRUN echo hello' --name NAME

                See 's2ioc new-build -h' for help and examples"""), project.newBuild());
        assertEquals(List.of(), project.requests());
    }

    @Test
    void a_directory_without_binary_is_a_source_and_with_it_a_name() throws Exception {
        Files.createDirectory(home.resolve("app"));
        assertEquals(1, project.newBuild("app", "--name=x1").code());
        assertEquals(List.of(), project.requests());
        project.withStream("app", "latest").withImage("app:latest", Map.of());
        assertEquals(0, project.newBuild("app", "--binary", "--name=x1").code());
    }

    @Test
    void a_build_config_that_exists_is_told_and_the_stream_made_for_it_deleted_again() {
        project.api.on("DELETE " + NewBuildFixture.STREAMS + "/app", "{\"kind\":\"Status\",\"status\":\"Success\"}");
        project.withBuildConfig("app");
        Ran ran = project.newBuild("--name", "app", "--binary");
        assertEquals(new Ran(1, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                    imagestream.image.openshift.io "app" created
                --> Failed
                """, """
                    error: buildconfigs.build.openshift.io "app" already exists
                    imagestream.image.openshift.io "app" deleted again, so that nothing half-made stays
                """), ran);
        assertEquals(
                "DELETE " + NewBuildFixture.STREAMS
                        + "/app {\"kind\":\"DeleteOptions\",\"apiVersion\":\"v1\",\"preconditions\":{\"uid\":\"stream-uid\"}}",
                project.requests().getLast());
    }

    @Test
    void a_stream_that_was_there_before_is_never_deleted() {
        project.withStream("app", "latest");
        project.withBuildConfig("app");
        Ran ran = project.newBuild("--name", "app", "--binary");
        assertEquals(new Ran(1, """
                    * A Docker build using binary input will be created
                      * The resulting image will be pushed to image stream tag "app:latest"
                      * A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build

                --> Creating resources with label build=app ...
                --> Failed
                """, "    error: buildconfigs.build.openshift.io \"app\" already exists\n"), ran);
        assertEquals(2, project.requests().size());
    }

    @Test
    void what_cannot_be_deleted_again_is_told() {
        project.api.refuse(
                "DELETE " + NewBuildFixture.STREAMS + "/app", 403, "Forbidden", "you may not delete imagestreams");
        project.withBuildConfig("app");
        assertEquals(
                new Ran(1, "imagestream.image.openshift.io/app\n", """
                            error: buildconfigs.build.openshift.io "app" already exists
                            error: imagestream.image.openshift.io "app" was created and could not be deleted again: you may not delete imagestreams
                        """),
                project.newBuild("--name", "app", "--binary", "-o", "name"));
    }

    @Test
    void an_image_that_is_nowhere_is_answered_with_the_places_that_were_searched() {
        assertEquals(
                failed(" local file access failed with: stat nosuchimage: no such file or directory\n"
                        + "error: unable to locate any images in image streams, templates loaded in accessible projects,"
                        + " template files, local docker images with name \"nosuchimage\"\n"
                        + "\nArgument 'nosuchimage' was classified as an image, image~source, or loaded template"
                        + " reference.\n" + WAYS.stripTrailing()),
                project.newBuild("nosuchimage", "--binary"));
        assertEquals(
                List.of(
                        "GET " + NewBuildFixture.STREAMS + "/nosuchimage",
                        "GET " + NewBuildFixture.STREAMS.replace("/demo/", "/openshift/") + "/nosuchimage",
                        "POST " + NewBuildFixture.IMPORTS),
                project.requests().stream()
                        .map(request -> request.replaceFirst(" \\{.*", ""))
                        .limit(3)
                        .toList());
    }

    @Test
    void a_registry_image_that_is_nowhere_is_told() {
        assertEquals(
                failed("unable to locate any local docker images with name \"quay.io/none/none\"\n"
                        + WAYS.stripTrailing()),
                project.newBuild("--image=quay.io/none/none", "--name=mm", "--binary"));
    }

    @Test
    void another_tag_of_the_stream_is_offered() {
        project.withBuilder();
        assertEquals(failed("""
                        only a partial match was found for "s2i-simple-builder:nope": "demo/s2i-simple-builder:latest"

                        Argument 's2i-simple-builder:nope' was classified as an image, image~source, or loaded template reference.

                        The argument "s2i-simple-builder:nope" only partially matched the following container image, OpenShift image stream, or template:

                        * Image stream "s2i-simple-builder" (tag "latest") in project "demo"
                          Use --image-stream="demo/s2i-simple-builder:latest" to specify this image or template
                        """), project.newBuild("s2i-simple-builder:nope", "--binary", "--name=x1"));
    }

    @Test
    void several_other_tags_are_offered_up_to_five() {
        project.withStream("many", "a", "b", "c", "d", "e", "f");
        Ran ran = project.newBuild("-i", "many", "--binary", "--name=x1");
        assertEquals(1, ran.code());
        assertEquals("""
                error: multiple images or templates matched "many"

                The argument "many" could apply to the following container images, OpenShift image streams, or templates:

                * Image stream "many" (tag "a") in project "demo"
                  Use --image-stream="demo/many:a" to specify this image or template

                * Image stream "many" (tag "b") in project "demo"
                  Use --image-stream="demo/many:b" to specify this image or template

                * Image stream "many" (tag "c") in project "demo"
                  Use --image-stream="demo/many:c" to specify this image or template

                * Image stream "many" (tag "d") in project "demo"
                  Use --image-stream="demo/many:d" to specify this image or template

                * Image stream "many" (tag "e") in project "demo"
                  Use --image-stream="demo/many:e" to specify this image or template

                """, ran.err());
    }

    @Test
    void a_stream_without_tags_is_told() {
        project.withStream("empty");
        assertEquals(failed("""
                        no tags found on matching image stream: "demo/empty"

                        Argument 'empty' was classified as an image, image~source, or loaded template reference.

                        The image stream "empty" exists, but it has no tags.
                          Use --allow-missing-imagestream-tags to use this image stream"""), project.newBuild("empty", "--binary", "--name=x1"));
    }

    @Test
    void a_build_that_would_overwrite_its_own_input_is_refused_unless_asked_for() {
        project.withBuilder();
        assertEquals(
                failed("output image of \"s2i-simple-builder:latest\" should be different than input,"
                        + " set a different tag with --to"),
                project.newBuild("s2i-simple-builder", "--binary"));
        Ran ran = project.newBuild(
                "s2i-simple-builder", "--binary", "--name=again", "--to=s2i-simple-builder", "-o", "name");
        assertEquals(
                new Ran(
                        0,
                        "buildconfig.build.openshift.io/again\n",
                        "--> WARNING: output image of \"s2i-simple-builder:latest\" should be different than input\n"),
                ran);
    }

    @Test
    void build_arguments_need_a_docker_build() {
        project.withBuilder();
        assertEquals(
                failed("cannot use '--build-arg' without a Docker build"),
                project.newBuild("s2i-simple-builder", "--binary", "--name=x1", "--build-arg=A=b"));
    }

    @Test
    void a_refusal_while_looking_is_the_servers() {
        project.api.refuse(
                "GET " + NewBuildFixture.STREAMS + "/app", 403, "Forbidden", "imagestreams \"app\" is forbidden");
        assertEquals(
                new Ran(1, "", "Error from server (Forbidden): imagestreams \"app\" is forbidden\n"),
                project.newBuild("--name=app", "--binary"));
    }
}
