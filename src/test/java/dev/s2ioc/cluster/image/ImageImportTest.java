package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageImportTest {
    @TempDir
    Path directory;

    private ImageRoom room;
    private ForeignRegistry foreign;

    @BeforeEach
    void open() throws Exception {
        room = new ImageRoom(directory);
        foreign = new ForeignRegistry();
    }

    @AfterEach
    void close() throws Exception {
        foreign.close();
        room.close();
    }

    @Test
    void an_import_makes_the_recorded_stream() throws Exception {
        String digest = foreign.image("lab/busybox", "latest");
        room.at("05:17:03");
        JsonNode status = importing("ext", "lab/busybox:latest", true, true).get("status");
        assertEquals(asRecorded("ext", digest), asMade("ext"));
        assertEquals("Success", status.at("/images/0/status/status").asText());
        assertEquals(digest, status.at("/images/0/image/metadata/name").asText());
        assertEquals("latest", status.at("/images/0/tag").asText());
        assertEquals("ext", status.at("/import/metadata/name").asText());
        assertEquals(
                "{\"image.openshift.io/dockerLayersOrder\":\"ascending\"}",
                room.tag("ext:latest").at("/image/metadata/annotations").toString());
    }

    @Test
    void a_failed_import_makes_the_recorded_stream() throws Exception {
        room.at("05:17:03");
        JsonNode status = importing("bad", "lab/none:latest", true, true).get("status");
        assertEquals(asRecorded("bad", ""), asMade("bad"));
        assertEquals(
                "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"dockerimage.image.openshift.io \\\""
                        + foreign.address()
                        + "/lab/none:latest\\\" not found\",\"reason\":\"NotFound\",\"details\":{\"name\":\""
                        + foreign.address()
                        + "/lab/none:latest\",\"group\":\"image.openshift.io\",\"kind\":\"dockerimage\"},\"code\":404}",
                status.at("/images/0/status").toString());
    }

    @Test
    void an_import_again_takes_what_is_there_now() throws Exception {
        importing("ext", "lab/busybox:latest", true, true);
        String digest = foreign.image("lab/busybox", "latest");
        importing("ext", "lab/busybox:latest", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "latest").orElseThrow());
        assertEquals("2", room.stream("ext").at("/spec/tags/0/generation").asText());
        assertEquals("", room.stream("ext").at("/status/tags/0/conditions").asText(""));
    }

    @Test
    void a_look_changes_nothing() throws Exception {
        foreign.image("lab/busybox", "latest");
        JsonNode status = importing("newapp", "lab/busybox", true, false).get("status");
        assertEquals(
                "[\"/bin/sh\"]",
                status.at("/images/0/image/dockerImageMetadata/Config/Cmd").toString());
        assertEquals(java.util.Optional.empty(), room.streams.find("demo", "newapp"));
    }

    @Test
    void a_registry_that_wants_a_token_gives_one() throws Exception {
        String digest = foreign.image("guarded/app", "v1");
        importing("ext", "guarded/app:v1", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "v1").orElseThrow());
    }

    @Test
    void what_needs_a_password_is_unauthorized() {
        JsonNode status = importing("x", "private/app:v1", true, false).get("status");
        assertEquals(
                "you may not have access to the container image \"" + foreign.address() + "/private/app:v1\"",
                status.at("/images/0/status/message").asText());
        assertEquals("Unauthorized", status.at("/images/0/status/reason").asText());
    }

    @Test
    void plain_http_needs_the_policy_to_say_so() throws Exception {
        foreign.image("lab/busybox", "latest");
        JsonNode status = importing("x", "lab/busybox:latest", false, false).get("status");
        assertEquals("InternalError", status.at("/images/0/status/reason").asText());
    }

    @Test
    void of_a_list_this_machines_image_is_taken() throws Exception {
        String one = foreign.labelled("lab/multi", "one", "one");
        String two = foreign.labelled("lab/multi", "two", "two");
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        list("lab/multi", "latest", one, "s390x", two, machine);
        importing("ext", "lab/multi:latest", true, true);
        assertEquals(two, room.streams.digest("demo", "ext", "latest").orElseThrow());
    }

    @Test
    void a_tag_of_a_foreign_image_is_imported_when_it_is_put() throws Exception {
        String digest = foreign.image("lab/busybox", "latest");
        room.createStream("{'metadata':{'name':'app'},'spec':{'tags':[{'name':'v1','importPolicy':{'insecure':true},"
                + "'from':{'kind':'DockerImage','name':'" + foreign.address() + "/lab/busybox'}}]}}");
        assertEquals(
                foreign.address() + "/lab/busybox@" + digest, room.streams.resolve("ImageStreamTag", "app:v1", "demo"));
    }

    @Test
    void a_list_that_is_kept_brings_its_members_as_images() throws Exception {
        String one = foreign.labelled("lab/multi", "one", "one");
        String two = foreign.labelled("lab/multi", "two", "two");
        String list = list("lab/multi", "latest", one, "amd64", two, "s390x");
        String policies = "'importPolicy':{'insecure':true,'importMode':'PreserveOriginal'}";
        room.createTags("whole", policies, "latest " + foreign.address() + "/lab/multi:latest");
        assertEquals(list, room.streams.digest("demo", "whole", "latest").orElseThrow());
        assertEquals(
                "amd64 s390x",
                room.tag("whole:latest")
                        .path("image")
                        .path("dockerImageManifests")
                        .valueStream()
                        .map(member -> Json.at(member, "architecture"))
                        .collect(java.util.stream.Collectors.joining(" ")));
        assertEquals(
                "two",
                room.streams
                        .image(two)
                        .orElseThrow()
                        .at("/dockerImageMetadata/Config/Labels/is")
                        .asText());
    }

    @Test
    void a_tag_may_prefer_a_platform_and_an_unknown_one_means_the_usual() throws Exception {
        String one = foreign.labelled("lab/multi", "one", "one");
        String two = foreign.labelled("lab/multi", "two", "two");
        list("lab/multi", "latest", one, "amd64", two, "s390x");
        String from = "latest " + foreign.address() + "/lab/multi:latest";
        String insecure = "'importPolicy':{'insecure':true}";
        String prefer = ",'annotations':{'importer.image.openshift.io/prefer-arch':'";
        room.createTags("big", insecure + prefer + "s390x'}", from);
        room.createTags("odd", insecure + prefer + "vax'}", from);
        assertEquals(two, room.streams.digest("demo", "big", "latest").orElseThrow());
        assertEquals(one, room.streams.digest("demo", "odd", "latest").orElseThrow());
    }

    private String list(String repository, String tag, String one, String first, String two, String second)
            throws Exception {
        String entry = "{\"digest\":\"%s\",\"platform\":{\"os\":\"linux\",\"architecture\":\"%s\"}}";
        return foreign.manifest(
                repository,
                tag,
                "application/vnd.oci.image.index.v1+json",
                "{\"schemaVersion\":2,\"manifests\":[" + entry.formatted(one, first) + ","
                        + entry.formatted(two, second) + "]}");
    }

    @Test
    void the_secrets_of_the_project_open_a_registry() throws Exception {
        String digest = foreign.image("private/app", "v1");
        room.login("https://" + foreign.address(), ForeignRegistry.LOGIN);
        importing("ext", "private/app:v1", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "v1").orElseThrow());
    }

    @Test
    void a_wrong_password_does_not_hinder_what_is_open_to_all() throws Exception {
        String digest = foreign.image("guarded/app", "v1");
        room.login(foreign.address() + "/guarded", "bm9ib2R5Om5vdGhpbmc=");
        importing("ext", "guarded/app:v1", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "v1").orElseThrow());
    }

    @Test
    void a_busy_registry_is_asked_again_and_at_last_given_up() throws Exception {
        String digest = foreign.image("lab/app", "v1");
        foreign.beBusy(2);
        importing("ext", "lab/app:v1", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "v1").orElseThrow());
        foreign.beBusy(100);
        JsonNode status = importing("ext", "lab/app:v1", true, false).get("status");
        assertEquals("TooManyRequests", status.at("/images/0/status/reason").asText());
    }

    @Test
    void a_failure_is_said_at_the_tag_until_an_import_succeeds() throws Exception {
        importing("ext", "lab/app:v1", true, true);
        assertEquals(
                "NotFound",
                room.stream("ext").at("/status/tags/0/conditions/0/reason").asText());
        String revision = Json.at(room.stream("ext"), "metadata", "resourceVersion");
        importing("ext", "lab/app:v1", true, true);
        assertEquals(revision, Json.at(room.stream("ext"), "metadata", "resourceVersion"));
        foreign.image("lab/app", "v1");
        importing("ext", "lab/app:v1", true, true);
        assertEquals("", room.stream("ext").at("/status/tags/0/conditions").asText(""));
        assertEquals(
                2, room.stream("ext").at("/status/tags/0/items/0/generation").asInt());
        assertEquals(2, room.stream("ext").at("/spec/tags/0/generation").asInt());
    }

    @Test
    void tags_that_follow_an_imported_one_have_its_image() throws Exception {
        String digest = foreign.image("lab/app", "v1");
        room.createStream("{'metadata':{'name':'ext'},'spec':{'tags':["
                + "{'name':'stable','from':{'kind':'ImageStreamTag','name':'v1'}},"
                + "{'name':'prod','from':{'kind':'ImageStreamTag','name':'ext:stable'}}]}}");
        importing("ext", "lab/app:v1", true, true);
        assertEquals(digest, room.streams.digest("demo", "ext", "stable").orElseThrow());
        assertEquals(digest, room.streams.digest("demo", "ext", "prod").orElseThrow());
    }

    @Test
    void a_whole_repository_brings_its_tags_and_names_the_rest() throws Exception {
        for (int i = 0; i < 52; i++) {
            foreign.labelled("lab/many", "1." + i, "number " + i);
        }
        foreign.labelled("lab/many", "latest", "latest");
        JsonNode status = importingRepository("many", "lab/many").get("status");
        assertEquals(
                "[\"1.2\",\"1.1\",\"1.0\"]",
                status.at("/repository/additionalTags").toString());
        assertEquals("latest", status.at("/repository/images/0/tag").asText());
        assertEquals("1.51", status.at("/repository/images/1/tag").asText());
        assertEquals(50, room.stream("many").at("/status/tags").size());
        assertEquals(
                foreign.address() + "/lab/many:1.51",
                SpecTag.find(room.stream("many"), "1.51")
                        .orElseThrow()
                        .at("/from/name")
                        .asText());
    }

    @Test
    void a_repository_that_is_not_there_is_not_found() {
        JsonNode status = importingRepository("none", "lab/none").get("status");
        assertEquals("NotFound", status.at("/repository/status/reason").asText());
        assertEquals(0, room.stream("none").at("/status/tags").size());
    }

    @Test
    void a_stream_may_stand_for_a_repository() throws Exception {
        String digest = foreign.labelled("lab/app", "v1", "one");
        foreign.labelled("lab/app", "v2", "two");
        room.createStream("{'metadata':{'name':'all','annotations':{'openshift.io/image.insecureRepository':'true'}},"
                + "'spec':{'dockerImageRepository':'" + foreign.address() + "/lab/app'}}");
        assertEquals(digest, room.streams.digest("demo", "all", "v1").orElseThrow());
        assertEquals(2, room.stream("all").at("/status/tags").size());
    }

    @Test
    void an_image_without_a_target_is_looked_at_only() throws Exception {
        foreign.image("lab/app", "latest");
        JsonNode status = importing("ext", "lab/app", true, true).get("status");
        assertEquals("Success", status.at("/images/0/status/status").asText());
        assertEquals(0, room.stream("ext").at("/spec/tags").size());
    }

    @Test
    void images_of_the_own_registry_are_found_under_both_its_names() {
        room.push("base", "v1", "sha256:" + "ab".repeat(32));
        for (String registry : new String[] {Registries.INTERNAL, ImageRoom.OPEN}) {
            room.createTags("copy", "'importPolicy':{}", "one " + registry + "/demo/base:v1");
            assertEquals(
                    Registries.INTERNAL + "/demo/base@sha256:" + "ab".repeat(32),
                    room.streams.resolve("ImageStreamTag", "copy:one", "demo"));
            room.resource(ImageStreamKind.TYPE).delete(ImageRoom.DEMO, "copy", DeleteOptions.BACKGROUND);
        }
    }

    @Test
    void what_an_import_cannot_mean_is_refused() {
        assertRefused(
                "{}", "spec.images: Invalid value: null: you must specify at least one image or a repository import");
        assertRefused(
                "{'images':[{'from':{'kind':'ImageStreamTag','name':'x'}}]}",
                "spec.images[0].from.kind: Invalid value: \"ImageStreamTag\": only DockerImage is supported");
        assertRefused(
                "{'images':[{'from':{'kind':'DockerImage','name':'a b'}}]}",
                "spec.images[0].from.name: Invalid value: \"a b\": invalid reference format");
        assertRefused(
                "{'repository':{'from':{'kind':'DockerImage','name':'quay.io/x/y:z'}}}",
                "spec.repository.from.name: Invalid value: \"quay.io/x/y:z\": you must specify an image repository, not a"
                        + " tag or ID");
    }

    private void assertRefused(String spec, String cause) {
        StatusException refusal = assertThrows(
                StatusException.class,
                () -> room.resource(ImageStreamImportResource.TYPE)
                        .create(ImageRoom.DEMO, ImageRoom.json("{'metadata':{'name':'x'},'spec':" + spec + "}")));
        assertEquals("ImageStreamImport.image.openshift.io \"x\" is invalid: " + cause, refusal.getMessage());
    }

    @Test
    void a_stream_that_changed_since_is_a_conflict() {
        room.push("app", "v1", "sha256:" + "ab".repeat(32));
        StatusException refusal = assertThrows(
                StatusException.class,
                () -> room.resource(ImageStreamImportResource.TYPE)
                        .create(
                                ImageRoom.DEMO,
                                ImageRoom.json("{'metadata':{'name':'app','resourceVersion':'1'},'spec':{'import':true,"
                                        + "'images':[{'from':{'kind':'DockerImage','name':'127.0.0.1:1/x'}}]}}")));
        assertEquals(409, refusal.code());
    }

    private ObjectNode importingRepository(String stream, String repository) {
        return room.resource(ImageStreamImportResource.TYPE)
                .create(
                        ImageRoom.DEMO,
                        ImageRoom.json(
                                "{'metadata':{'name':'" + stream + "'},'spec':{'import':true,'repository':{'from':"
                                        + "{'kind':'DockerImage','name':'" + foreign.address() + "/" + repository
                                        + "'},'importPolicy':{'insecure':true}}}}"));
    }

    private ObjectNode importing(String stream, String image, boolean insecure, boolean keep) {
        return room.resource(ImageStreamImportResource.TYPE)
                .create(
                        ImageRoom.DEMO,
                        ImageRoom.json("{'kind':'ImageStreamImport','apiVersion':'image.openshift.io/v1','metadata':"
                                + "{'name':'" + stream
                                + "','namespace':'demo','creationTimestamp':null},'spec':{'import':"
                                + keep + ",'images':[{'from':{'kind':'DockerImage','name':'" + foreign.address() + "/"
                                + image
                                + "'},'importPolicy':{'insecure':" + insecure + ",'importMode':'Legacy'},"
                                + "'referencePolicy':{'type':'Source'}}]},'status':{}}"));
    }

    /** A stream of the recorded session, with this registry's address and the digest of its image. */
    private String asRecorded(String name, String digest) throws Exception {
        return ImageRoom.recording("state-d-end/imagestreams.json")
                .get("items")
                .valueStream()
                .filter(stream -> Json.at(stream, "metadata", "name").equals(name))
                .map(ImageImportTest::essence)
                .findFirst()
                .orElseThrow()
                .replace("127.0.0.1:5001", foreign.address())
                .replaceAll("sha256:[a-f0-9]{64}", digest);
    }

    private String asMade(String name) {
        ObjectNode stream = room.stream(name);
        ((ObjectNode) stream.get("status")).remove("publicDockerImageRepository");
        return essence(stream);
    }

    private static String essence(JsonNode stream) {
        JsonNode metadata = stream.get("metadata");
        return metadata.get("generation") + " " + metadata.get("annotations") + " " + stream.get("spec") + " "
                + stream.get("status");
    }
}
