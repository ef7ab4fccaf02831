package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import-image}: which images it asks for, and what it tells of the answer. */
class ImportImageCommandTest {
    private static final String IMAGE_API = "/apis/image.openshift.io/v1/namespaces/demo/";
    private static final String IMPORTS = "POST " + IMAGE_API + "imagestreamimports";
    private static final String DIGEST = "sha256:aaed4cd973450f425dcdc368d211d277cfd6aefe07a7949d10d5eafed704a111";
    private static final String FAILURE =
            "dockerimage.image.openshift.io \\\"127.0.0.1:5001/lab/none:latest\\\" not found";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_new_stream() {
        missing("ext");
        api.on(IMPORTS, imported());
        assertEquals(
                new Ran(0, """
                        imagestream.image.openshift.io/ext imported

                        Name:			ext
                        Namespace:		demo
                        Created:		Less than a second ago
                        Labels:			<none>
                        Annotations:		openshift.io/image.dockerRepositoryCheck=2026-11-23T05:17:03Z
                        Image Repository:	image-registry.openshift-image-registry.svc:5000/demo/ext
                        Image Lookup:		local=false
                        Unique Images:		1
                        Tags:			1

                        latest
                          tagged from 127.0.0.1:5001/lab/busybox:latest
                            will use insecure HTTPS or HTTP connections

                          * 127.0.0.1:5001/lab/busybox@DIGEST
                              Less than a second ago

                        Image Name:	ext:latest
                        Docker Image:	127.0.0.1:5001/lab/busybox@DIGEST
                        Name:		DIGEST
                        Created:	Less than a second ago
                        Annotations:	image.openshift.io/dockerLayersOrder=ascending
                        Image Size:	1.089MB in 1 layers
                        Layers:		1.088MB	sha256:78c06066eb28e4ed8ecbd3a1f5e1c5eab269f6a93557ebcc3248a7eada58f028
                        Image Created:	31 minutes ago
                        Author:		<none>
                        Arch:		amd64
                        Command:	/bin/sh
                        Working Dir:	<none>
                        User:		<none>
                        Exposes Ports:	<none>
                        Docker Labels:	io.buildah.version=1.28.2
                        Environment:	PATH=/bin:/usr/bin


                        """.replace("DIGEST", DIGEST), ""),
                run("ext:latest", "--from=127.0.0.1:5001/lab/busybox:latest", "--insecure", "--confirm"));
        assertEquals(
                List.of(
                        "GET " + IMAGE_API + "imagestreams/ext",
                        "GET /api/v1/namespaces/demo",
                        IMPORTS
                                + request(
                                        "ext",
                                        "",
                                        true,
                                        image("127.0.0.1:5001/lab/busybox:latest", "latest", "\"insecure\":true,"))),
                api.requests());
    }

    @Test
    void an_image_that_cannot_be_imported() {
        missing("bad");
        api.on(
                IMPORTS,
                "{\"status\":{\"import\":" + stream("bad", "none", "[]", """
                        ,"conditions":[{"type":"ImportSuccess","status":"False","reason":"NotFound",
                        "lastTransitionTime":"2026-11-23T05:17:03Z","message":"FAILURE","generation":1}]
                        """.replace("FAILURE", FAILURE))
                        + ",\"images\":[{\"tag\":\"latest\",\"status\":{\"status\":\"Failure\",\"message\":\"" + FAILURE
                        + "\"}}]}}");
        assertEquals(
                new Ran(1, """
                        imagestream.image.openshift.io/bad imported with errors

                        Name:			bad
                        Namespace:		demo
                        Created:		Less than a second ago
                        Labels:			<none>
                        Annotations:		openshift.io/image.dockerRepositoryCheck=2026-11-23T05:17:03Z
                        Image Repository:	image-registry.openshift-image-registry.svc:5000/demo/bad
                        Image Lookup:		local=false
                        Unique Images:		0
                        Tags:			1

                        latest
                          tagged from 127.0.0.1:5001/lab/none:latest
                            will use insecure HTTPS or HTTP connections

                          ! error: Import failed (NotFound): FAILURE
                              Less than a second ago


                        """.replace("FAILURE", FAILURE.replace("\\", "")), """
                        error: tag latest failed: FAILURE
                        error: imported completed with errors
                        """.replace(
                                "FAILURE", FAILURE.replace("\\", ""))),
                run("bad:latest", "--from=127.0.0.1:5001/lab/none:latest", "--insecure", "--confirm"));
    }

    @Test
    void an_answer_without_a_stream_as_in_a_dry_run() {
        missing("nope");
        api.on(
                IMPORTS,
                "{\"status\":{\"images\":[{\"tag\":\"latest\",\"status\":{\"status\":\"Failure\","
                        + "\"message\":\"dockerimage \\\"x\\\" not found\"}}]}}");
        assertEquals(
                new Ran(
                        1,
                        "imagestream.image.openshift.io/nope imported with errors (dry run)\n\n\n",
                        "error: tag latest failed: dockerimage \"x\" not found\n"
                                + "error: imported completed with errors\n"),
                run("nope", "--from=quay.io/x/y", "--confirm", "--dry-run"));
        assertEquals(
                IMPORTS + request("nope", "", false, image("quay.io/x/y", "latest", "")),
                api.requests().getLast());
    }

    @Test
    void a_tag_is_imported_again_as_it_is() {
        api.on("GET " + IMAGE_API + "imagestreams/s", TAGGED).on(IMPORTS, "{}");
        assertEquals(new Ran(0, "imagestream.image.openshift.io/s imported\n\n\n", ""), run("s"));
        assertEquals(
                IMPORTS
                        + request(
                                "s",
                                "\"resourceVersion\":\"7\"",
                                true,
                                image("q.io/a:1", "one", "\"insecure\":true,\"scheduled\":true,")
                                        .replace("Source", "Local")),
                api.requests().getLast());
    }

    @Test
    void all_tags_of_other_registries() {
        api.on("GET " + IMAGE_API + "imagestreams/s", TAGGED).on(IMPORTS, "{}");
        assertEquals(0, run("s", "--all").code());
        assertEquals(
                IMPORTS
                        + request(
                                "s",
                                "\"resourceVersion\":\"7\"",
                                true,
                                image("q.io/a:1", "one", "\"insecure\":true,\"scheduled\":true,")
                                                .replace("Source", "Local")
                                        + "," + image("q.io/b", "two", "")),
                api.requests().getLast());
    }

    @Test
    void the_result_can_be_printed_while_the_talk_goes_to_stderr() {
        api.on("GET " + IMAGE_API + "imagestreams/s", TAGGED);
        api.on(
                IMPORTS,
                "{\"kind\":\"ImageStreamImport\",\"status\":{\"import\":{\"metadata\":{\"name\":\"s\",\"uid\":\"u\"}}}}");
        Ran ran = run("s:one", "-o", "yaml");
        assertEquals("""
                apiVersion: image.openshift.io/v1
                kind: ImageStream
                metadata:
                  name: s
                  uid: u
                """, ran.out());
        assertEquals(true, ran.err().startsWith("imagestream.image.openshift.io/s imported\n\nName:"), ran.err());
        assertEquals(
                "imagestream.image.openshift.io/s\n", run("s:one", "-o", "name").out());
    }

    @Test
    void what_cannot_be_imported() {
        missing("nope");
        api.on("GET " + IMAGE_API + "imagestreams/s", TAGGED);
        api.on("GET " + IMAGE_API + "imagestreams/own", "{\"spec\":{\"tags\":[{\"name\":\"v1\"}]}}");
        refused("no image stream named \"nope\" exists, pass --confirm to create and import", "nope");
        refused(
                "the tag \"x\" does not exist on the image stream - choose an existing tag to import or use the 'tag'"
                        + " command to create a new tag",
                "s:x");
        refused(
                "tag \"image\" points to existing ImageStreamImage \"s@sha256:1\", it cannot be re-imported",
                "s:image");
        refused("tag \"loop\" on the image stream is a reference to same tag", "s:loop");
        refused(
                "the tag \"one\" points to \"q.io/a:1\" - use the 'tag' command if you want to change the source to"
                        + " \"q.io/c\"",
                "s:one",
                "--from=q.io/c");
        refused(
                "the image stream has a different import spec \"\", pass --confirm to update",
                "s",
                "--all",
                "--from=x");
        refused("image stream does not have tags pointing to external container images", "own", "--all");
        refused("cannot specify a tag \"s:one\" as well as --all", "s:one", "--all");
        refused("to import images by ID, use the 'tag' command", "s@sha256:1");
        refused("you must specify the name of an image stream");
        refused("valid reference policy values are source or local", "s", "--reference-policy=x");
        refused("valid ImportMode values are Legacy or PreserveOriginal", "s", "--import-mode=x");
        assertEquals(
                List.of(),
                api.requests().stream().filter(line -> line.startsWith("POST")).toList());
    }

    private static final String TAGGED = """
            {"metadata":{"name":"s","namespace":"demo","resourceVersion":"7"},"spec":{"tags":[
            {"name":"latest","from":{"kind":"ImageStreamTag","name":"s:one"}},
            {"name":"one","from":{"kind":"DockerImage","name":"q.io/a:1"},
             "importPolicy":{"insecure":true,"scheduled":true},"referencePolicy":{"type":"Local"}},
            {"name":"two","from":{"kind":"DockerImage","name":"q.io/b"}},
            {"name":"image","from":{"kind":"ImageStreamImage","name":"s@sha256:1"}},
            {"name":"loop","from":{"kind":"ImageStreamTag","name":"loop"}}]}}
            """;

    private static String imported() {
        String items = "[{\"created\":\"2026-11-23T05:17:03Z\",\"dockerImageReference\":\"127.0.0.1:5001/lab/busybox@"
                + DIGEST + "\",\"image\":\"" + DIGEST + "\",\"generation\":1}]";
        return "{\"status\":{\"import\":" + stream("ext", "busybox", items, "") + ",\"images\":["
                + """
                {"tag":"latest","status":{"metadata":{},"status":"Success"},"image":{"metadata":{"name":"DIGEST",
                "creationTimestamp":"2026-11-23T05:17:03Z",
                "annotations":{"image.openshift.io/dockerLayersOrder":"ascending"}},
                "dockerImageReference":"127.0.0.1:5001/lab/busybox@DIGEST",
                "dockerImageLayers":[{"mediaType":"x","size":1088000,
                "name":"sha256:78c06066eb28e4ed8ecbd3a1f5e1c5eab269f6a93557ebcc3248a7eada58f028"}],
                "dockerImageMetadata":{"Id":"sha256:1","Size":1089000,"Created":"2026-11-23T04:46:00Z",
                "Architecture":"amd64","Config":{"Cmd":["/bin/sh"],"Env":["PATH=/bin:/usr/bin"],
                "Labels":{"io.buildah.version":"1.28.2"}}}}}]}}
                """.replace("DIGEST", DIGEST);
    }

    private static String stream(String name, String image, String items, String more) {
        return """
                {"metadata":{"name":"NAME","namespace":"demo","creationTimestamp":"2026-11-23T05:17:03Z",
                "annotations":{"openshift.io/image.dockerRepositoryCheck":"2026-11-23T05:17:03Z"}},
                "spec":{"lookupPolicy":{"local":false},"tags":[{"name":"latest","annotations":null,
                "from":{"kind":"DockerImage","name":"127.0.0.1:5001/lab/IMAGE:latest"},"generation":1,
                "importPolicy":{"insecure":true,"importMode":"Legacy"},"referencePolicy":{"type":"Source"}}]},
                "status":{"dockerImageRepository":"image-registry.openshift-image-registry.svc:5000/demo/NAME",
                "tags":[{"tag":"latest","items":ITEMSMORE}]}}
                """.replace("NAME", name)
                .replace("IMAGE", image)
                .replace("ITEMS", items)
                .replace("MORE", more);
    }

    private static String request(String name, String more, boolean imports, String images) {
        return " {\"kind\":\"ImageStreamImport\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\""
                + name
                + "\",\"namespace\":\"demo\"" + (more.isEmpty() ? "" : "," + more) + "},\"spec\":{\"import\":" + imports
                + ",\"images\":[" + images + "]}}";
    }

    private static String image(String from, String to, String policy) {
        return "{\"from\":{\"kind\":\"DockerImage\",\"name\":\"" + from + "\"},\"to\":{\"name\":\"" + to
                + "\"},\"importPolicy\":{" + policy + "\"importMode\":\"Legacy\"},\"referencePolicy\":"
                + "{\"type\":\"Source\"}}";
    }

    private void missing(String stream) {
        api.missing("GET " + IMAGE_API + "imagestreams/" + stream, "imagestreams.image.openshift.io", stream);
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), run(words));
    }

    private Ran run(String... words) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T05:17:03.5Z"), ZoneOffset.UTC);
        String[] all =
                Stream.concat(Stream.of("import-image"), Stream.of(words)).toArray(String[]::new);
        return Run.in(home, Map.of(), clock).s2ioc(api.arguments(all));
    }
}
