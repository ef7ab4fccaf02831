package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tag}: what is sent for each kind of source, and what is said of it. */
class TagCommandTest {
    private static final String IMAGE_API = "/apis/image.openshift.io/v1/namespaces/";
    private static final String STREAMS = IMAGE_API + "demo/imagestreams";
    private static final String TAGS = IMAGE_API + "demo/imagestreamtags";
    private static final String DIGEST = "sha256:1750178aca8ce72d69ec370a82295ff649ff157657186dede88b1f2412d280a7";
    private static final String STREAM =
            "{\"kind\":\"ImageStream\",\"metadata\":{\"name\":\"sb\"},\"status\":{\"tags\":[{\"tag\":\"latest\","
                    + "\"items\":[{\"image\":\"" + DIGEST + "\"},{\"image\":\"sha256:old\"}]}]}}";
    private static final String POLICIES =
            "\"importPolicy\":{\"importMode\":\"Legacy\"},\"referencePolicy\":{\"type\":\"Source\"}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_tag_is_resolved_to_the_image_that_it_holds_now() {
        api.on("GET " + STREAMS + "/sb", STREAM).on("PUT " + TAGS + "/sb:v1", "{}");
        assertEquals(new Ran(0, "Tag sb:v1 set to sb@" + DIGEST + ".\n", ""), tag("sb:latest", "sb:v1"));
        assertEquals(
                List.of(
                        "GET " + STREAMS + "/sb",
                        put("demo", "sb:v1", "{\"kind\":\"ImageStreamImage\",\"name\":\"sb@" + DIGEST + "\"}")),
                api.requests());
    }

    @Test
    void an_alias_follows_its_source() {
        api.on("GET " + STREAMS + "/sb", STREAM).on("PUT " + TAGS + "/sb:tip", "{}");
        assertEquals(new Ran(0, "Tag sb:tip set up to track sb:latest.\n", ""), tag("--alias", "sb:latest", "sb:tip"));
        assertEquals(
                put("demo", "sb:tip", "{\"kind\":\"ImageStreamTag\",\"name\":\"sb:latest\"}"),
                api.requests().getLast());
    }

    @Test
    void several_destinations_in_several_projects() {
        api.on("GET " + STREAMS + "/sb", STREAM)
                .on("PUT " + TAGS + "/other:prod", "{}")
                .on("PUT " + IMAGE_API + "stage/imagestreamtags/sb:x", "{}");
        assertEquals(
                new Ran(0, "Tag other:prod set to sb@" + DIGEST + ".\nTag stage/sb:x set to sb@" + DIGEST + ".\n", ""),
                tag("sb:latest", "other:prod", "stage/sb:x"));
        assertEquals(
                put(
                        "stage",
                        "sb:x",
                        "{\"kind\":\"ImageStreamImage\",\"namespace\":\"demo\",\"name\":\"sb@" + DIGEST + "\"}"),
                api.requests().getLast());
    }

    @Test
    void an_image_of_a_stream_needs_no_look_at_the_stream() {
        api.on("PUT " + TAGS + "/sb:old", "{}");
        assertEquals(
                new Ran(0, "Tag sb:old set to shared/sb@" + DIGEST + ".\n", ""), tag("shared/sb@" + DIGEST, "sb:old"));
        assertEquals(
                List.of(put(
                        "demo",
                        "sb:old",
                        "{\"kind\":\"ImageStreamImage\",\"namespace\":\"shared\",\"name\":\"sb@" + DIGEST + "\"}")),
                api.requests());
    }

    @Test
    void an_image_of_another_registry() {
        api.on("PUT " + TAGS + "/foo:ext", "{}");
        assertEquals(new Ran(0, "Tag foo:ext set to quay.io/x/y:z.\n", ""), tag("quay.io/x/y:z", "foo:ext"));
        assertEquals(
                List.of(put("demo", "foo:ext", "{\"kind\":\"DockerImage\",\"name\":\"quay.io/x/y:z\"}")),
                api.requests());
    }

    @Test
    void all_that_can_be_said_of_an_import() {
        api.on("PUT " + TAGS + "/foo:ext", "{}");
        assertEquals(
                new Ran(0, "Tag foo:ext set to import reg.example/y:z periodically.\n", ""),
                tag(
                        "--source=docker",
                        "--scheduled",
                        "--insecure",
                        "--reference",
                        "--reference-policy=local",
                        "--import-mode=PreserveOriginal",
                        "reg.example/y:z",
                        "foo:ext"));
        assertEquals(
                List.of("PUT " + TAGS
                        + "/foo:ext {\"kind\":\"ImageStreamTag\",\"apiVersion\":\"image.openshift.io/v1\","
                        + "\"metadata\":{\"name\":\"foo:ext\",\"namespace\":\"demo\"},\"tag\":{\"name\":\"ext\","
                        + "\"from\":{\"kind\":\"DockerImage\",\"name\":\"reg.example/y:z\"},\"reference\":true,"
                        + "\"generation\":0,\"importPolicy\":{\"insecure\":true,\"scheduled\":true,"
                        + "\"importMode\":\"PreserveOriginal\"},\"referencePolicy\":{\"type\":\"Local\"}}}"),
                api.requests());
    }

    @Test
    void a_word_that_no_stream_answers_to_is_an_external_image() {
        api.missing("GET " + STREAMS + "/busybox", "imagestreams.image.openshift.io", "busybox");
        api.on("PUT " + TAGS + "/foo:b", "{}");
        assertEquals(new Ran(0, "Tag foo:b set to busybox.\n", ""), tag("busybox", "foo:b"));
        assertEquals(
                put("demo", "foo:b", "{\"kind\":\"DockerImage\",\"name\":\"busybox\"}"),
                api.requests().getLast());
    }

    @Test
    void a_word_with_a_tag_is_an_external_image_only_if_that_is_said() {
        api.missing("GET " + STREAMS + "/busybox", "imagestreams.image.openshift.io", "busybox");
        api.on("PUT " + TAGS + "/foo:b", "{}");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (NotFound): imagestreams.image.openshift.io \"busybox\" not found\n"
                                + "If \"busybox:1\" is an image of a registry, add --source=docker.\n"),
                tag("busybox:1", "foo:b"));
        assertEquals(new Ran(0, "Tag foo:b set to busybox:1.\n", ""), tag("--source=docker", "busybox:1", "foo:b"));
        assertEquals(
                put("demo", "foo:b", "{\"kind\":\"DockerImage\",\"name\":\"busybox:1\"}"),
                api.requests().getLast());
    }

    @Test
    void a_source_without_an_image_cannot_be_tagged() {
        api.on("GET " + STREAMS + "/sb", STREAM);
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: \"sb:none\" is not currently pointing to an image, cannot use it as the source of a"
                                + " tag\n"),
                tag("sb:none", "other:x"));
        assertEquals(List.of("GET " + STREAMS + "/sb"), api.requests());
    }

    @Test
    void where_tags_cannot_be_replaced_they_are_created_and_else_the_stream_is_written() {
        api.refuse("PUT " + TAGS + "/foo:b", 405, "MethodNotAllowed", "no");
        api.refuse("POST " + TAGS, 403, "Forbidden", "no");
        api.on("GET " + STREAMS + "/foo", "{\"spec\":{\"tags\":[{\"name\":\"b\"},{\"name\":\"c\"}]}}");
        api.on("PUT " + STREAMS + "/foo", "{}");
        assertEquals(new Ran(0, "Tag foo:b set to q.io/x:y.\n", ""), tag("q.io/x:y", "foo:b"));
        assertEquals(
                "PUT " + STREAMS + "/foo {\"spec\":{\"tags\":[{\"name\":\"c\"},{\"name\":\"b\",\"from\":"
                        + "{\"kind\":\"DockerImage\",\"name\":\"q.io/x:y\"},\"generation\":0," + POLICIES + "}]}}",
                api.requests().getLast());
    }

    @Test
    void the_result_can_be_printed_while_the_talk_goes_to_stderr() {
        api.on("PUT " + TAGS + "/foo:ext", "{\"kind\":\"ImageStreamTag\",\"metadata\":{\"name\":\"foo:ext\"}}");
        assertEquals(
                new Ran(0, """
                        kind: ImageStreamTag
                        metadata:
                          name: foo:ext
                        """, "Tag foo:ext set to quay.io/x/y:z.\n"), tag("-o", "yaml", "quay.io/x/y:z", "foo:ext"));
    }

    @Test
    void deletes_tags() {
        api.on("DELETE " + TAGS + "/foo:a", "{}").on("DELETE " + IMAGE_API + "stage/imagestreamtags/foo:b", "{}");
        assertEquals(
                new Ran(0, "Deleted tag demo/foo:a.\nDeleted tag stage/foo:b.\n", ""),
                tag("-d", "foo:a", "stage/foo:b"));
        assertEquals(
                List.of("DELETE " + TAGS + "/foo:a {}", "DELETE " + IMAGE_API + "stage/imagestreamtags/foo:b {}"),
                api.requests());
    }

    @Test
    void says_which_part_of_a_tag_to_delete_is_missing() {
        api.missing("DELETE " + TAGS + "/foo:a", "imagestreamtags.image.openshift.io", "foo:a");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (NotFound): imagestreamtags.image.openshift.io \"foo:a\" not found\n"),
                tag("-d", "foo:a"));
    }

    @Test
    void where_tags_cannot_be_deleted_by_themselves_the_stream_is_written() {
        api.on("DELETE " + TAGS + "/foo:a", 405, "{\"kind\":\"Status\",\"code\":405}");
        api.missing("GET " + STREAMS + "/foo", "imagestreams.image.openshift.io", "foo");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): imagestreams.image.openshift.io \"foo\" not found\n"),
                tag("-d", "foo:a"));
        api.on("DELETE " + TAGS + "/sb:a", 405, "{\"kind\":\"Status\",\"code\":405}");
        api.on("GET " + STREAMS + "/sb", STREAM);
        assertEquals(new Ran(1, "", "error: destination tag demo/sb:a does not exist.\n"), tag("-d", "sb:a"));
    }

    @Test
    void what_makes_no_sense_is_refused_before_anything_is_changed() {
        api.on("GET " + STREAMS + "/sb", STREAM);
        refused("\"foo\" must be of the form <stream_name>:<tag>", "q.io/x:y", "foo");
        refused("\"foo@x\" must be of the form <stream_name>:<tag>", "q.io/x:y", "foo@x");
        refused("cannot set alias across different Image Streams", "--alias", "sb:latest", "other:x");
        refused(
                "--alias can only follow a tag of an image stream, and \"q.io/x:y\" is none",
                "--alias",
                "q.io/x:y",
                "sb:x");
        refused(
                "only container images can have importing flags set: --scheduled and --insecure are for images of other"
                        + " registries, and \"sb:latest\" is in an image stream",
                "--scheduled",
                "sb:latest",
                "sb:x");
        refused("reference policy must be set to 'source' or 'local'", "--reference-policy=x", "sb:latest", "sb:x");
        refused("valid ImportMode values are Legacy or PreserveOriginal", "--import-mode=x", "sb:latest", "sb:x");
        refused(
                "invalid source \"x\"; valid values are docker, dockerimage, imagestreamimage, imagestreamtag, isimage,"
                        + " istag\nSee 's2ioc tag -h' for help and examples",
                "--source=x",
                "sb:latest",
                "sb:x");
        refused("at least a destination is required\nSee 's2ioc tag -h' for help and examples", "sb:latest");
        refused("you must specify a source and at least one destination or one or more tags to delete\n"
                + "See 's2ioc tag -h' for help and examples");
        assertEquals(
                List.of(),
                api.requests().stream().filter(line -> !line.startsWith("GET")).toList());
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), tag(words));
    }

    private Ran tag(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "tag";
        System.arraycopy(words, 0, all, 1, words.length);
        return api.s2ioc(home, all);
    }

    private static String put(String namespace, String name, String from) {
        return "PUT " + IMAGE_API + namespace + "/imagestreamtags/" + name
                + " {\"kind\":\"ImageStreamTag\",\"apiVersion\":\"image.openshift.io/v1\",\"metadata\":{\"name\":\""
                + name
                + "\",\"namespace\":\"" + namespace + "\"},\"tag\":{\"name\":\"" + name.substring(name.indexOf(':') + 1)
                + "\",\"from\":" + from + ",\"generation\":0," + POLICIES + "}}";
    }
}
