package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    void close() {
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
                        + foreign.address() + "/lab/none:latest\\\" not found\",\"reason\":\"NotFound\",\"code\":404}",
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
    void of_a_list_this_machines_image_is_taken_or_the_list_itself() throws Exception {
        String member = foreign.image("lab/multi", "member");
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        String list = foreign.manifest(
                "lab/multi",
                "latest",
                "application/vnd.oci.image.index.v1+json",
                "{\"schemaVersion\":2,\"manifests\":[{\"digest\":\"sha256:00\",\"platform\":{\"os\":\"linux\","
                        + "\"architecture\":\"s390x\"}},{\"digest\":\"" + member + "\",\"platform\":{\"os\":\"linux\","
                        + "\"architecture\":\"" + machine + "\"}}]}");
        importing("ext", "lab/multi:latest", true, true);
        assertEquals(member, room.streams.digest("demo", "ext", "latest").orElseThrow());
        room.createStream(
                "{'metadata':{'name':'whole'},'spec':{'tags':[{'name':'latest','from':{'kind':'DockerImage','name':'"
                        + foreign.address()
                        + "/lab/multi:latest'},'importPolicy':{'insecure':true,'importMode':'PreserveOriginal'}}]}}");
        assertEquals(list, room.streams.digest("demo", "whole", "latest").orElseThrow());
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
    void whole_repositories_are_refused() {
        StatusException refusal = assertThrows(
                StatusException.class,
                () -> room.resource(ImageStreamImportResource.TYPE)
                        .create(
                                ImageRoom.DEMO,
                                ImageRoom.json("{'metadata':{'name':'x'},'spec':{'import':true,'repository':"
                                        + "{'from':{'kind':'DockerImage','name':'quay.io/x/y'}}}}")));
        assertEquals(
                "ImageStreamImport.image.openshift.io \"x\" is invalid: spec.repository: Forbidden: this cluster imports"
                        + " images, not whole repositories",
                refusal.getMessage());
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
