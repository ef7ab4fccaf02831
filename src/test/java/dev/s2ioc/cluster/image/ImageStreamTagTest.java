package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ImageStreamTagTest {
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);

    @TempDir
    Path directory;

    private ImageRoom room;
    private Resource tags;

    @BeforeEach
    void open() {
        room = new ImageRoom(directory);
        tags = room.resource(ImageStreamTagResource.TYPE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_tag_shows_its_whole_image() {
        room.push("app", "latest", ONE);
        ObjectNode tag = room.tag("app:latest");
        ObjectNode stream = room.stream("app");
        assertEquals("ImageStreamTag image.openshift.io/v1", Json.at(tag, "kind") + " " + Json.at(tag, "apiVersion"));
        assertEquals(Json.at(stream, "metadata", "uid"), Json.at(tag, "metadata", "uid"));
        assertEquals(Json.at(stream, "metadata", "resourceVersion"), Json.at(tag, "metadata", "resourceVersion"));
        assertEquals(ONE, Json.at(tag, "image", "metadata", "name"));
        assertEquals("sha256:cc", Json.at(tag, "image", "dockerImageMetadata", "Id"));
        assertEquals(
                "ascending",
                tag.at("/image/metadata/annotations")
                        .path("image.openshift.io/dockerLayersOrder")
                        .asText());
    }

    @Test
    void what_is_not_there_is_not_found() {
        room.createStream("{'metadata':{'name':'app'}}");
        for (String name : new String[] {"app:latest", "none:latest"}) {
            assertRefused(
                    "404 imagestreamtags.image.openshift.io \"" + name + "\" not found",
                    () -> tags.get(ImageRoom.DEMO, name));
        }
        for (String name : new String[] {"app", "app:", ":latest", "a:b:c"}) {
            assertRefused(
                    "400 ImageStreamTags must be retrieved with <name>:<tag>", () -> tags.get(ImageRoom.DEMO, name));
        }
    }

    @Test
    void putting_a_tag_makes_its_stream() {
        room.push("app", "latest", ONE);
        Resource.Written written = tags.update(ImageRoom.DEMO, "copy:v1", old -> tagged("copy:v1", "app:latest"));
        assertEquals(true, written.created());
        assertEquals(
                "image-registry.openshift-image-registry.svc:5000/demo/copy@" + ONE,
                Json.at(room.tag("copy:v1"), "image", "dockerImageReference"));
    }

    @Test
    void a_tag_is_created_once() {
        room.push("app", "latest", ONE);
        tags.create(ImageRoom.DEMO, tagged("app:v1", "app:latest"));
        assertEquals(ONE, Json.at(room.tag("app:v1"), "image", "metadata", "name"));
        assertRefused(
                "409 imagestreamtags.image.openshift.io \"app:v1\" already exists",
                () -> tags.create(ImageRoom.DEMO, tagged("app:v1", "app:latest")));
    }

    @Test
    void a_tag_may_be_annotated() {
        room.push("app", "latest", ONE);
        tags.update(ImageRoom.DEMO, "app:latest", tag -> {
            Json.child(Json.child(tag, "metadata"), "annotations").put("tags", "builder");
            return tag;
        });
        assertEquals(
                "{\"tags\":\"builder\"}",
                room.tag("app:latest").at("/metadata/annotations").toString());
        assertEquals(ONE, Json.at(room.tag("app:latest"), "image", "metadata", "name"));
    }

    @Test
    void an_old_revision_is_a_conflict() {
        room.push("app", "latest", ONE);
        ObjectNode old = room.tag("app:latest");
        room.push("app", "latest", TWO);
        assertRefused(
                "409 Operation cannot be fulfilled on imagestreamtags.image.openshift.io \"app:latest\": the object has been"
                        + " modified; please apply your changes to the latest version and try again",
                () -> tags.update(ImageRoom.DEMO, "app:latest", present -> old));
    }

    @Test
    void a_source_of_unknown_kind_is_refused() {
        assertRefused(
                "422 ImageStreamTag.image.openshift.io \"app:v1\" is invalid: tag.from.kind: Required value: valid"
                        + " values are 'DockerImage', 'ImageStreamImage', 'ImageStreamTag'",
                () -> room.putTag("app:v1", "Pod", "x"));
    }

    @Test
    void a_tag_may_be_a_mere_reference() {
        room.createStream("{'metadata':{'name':'app'},'spec':{'tags':[{'name':'v1','reference':true,"
                + "'from':{'kind':'DockerImage','name':'quay.io/x/y:z'}}]}}");
        assertEquals(
                "quay.io/x/y:z",
                room.stream("app")
                        .at("/status/tags/0/items/0/dockerImageReference")
                        .asText());
        assertEquals("quay.io/x/y:z", room.streams.resolve("ImageStreamTag", "app:v1", "demo"));
    }

    @Test
    void deleting_a_tag_removes_what_it_shall_be_and_what_it_was() {
        room.push("app", "latest", ONE);
        room.putTag("app:v1", "ImageStreamTag", "app:latest");
        tags.delete(ImageRoom.DEMO, "app:v1", DeleteOptions.BACKGROUND);
        assertEquals(
                "{\"lookupPolicy\":{\"local\":false}}",
                room.stream("app").get("spec").toString());
        assertEquals(1, room.stream("app").at("/status/tags").size());
        assertRefused(
                "404 imagestreamtags.image.openshift.io \"app:v1\" not found",
                () -> tags.delete(ImageRoom.DEMO, "app:v1", DeleteOptions.BACKGROUND));
    }

    @Test
    void an_image_of_a_stream_is_found_by_its_digest_or_the_start_of_it() {
        room.push("app", "latest", ONE);
        room.push("app", "latest", TWO);
        Resource images = room.resource(ImageStreamImageResource.TYPE);
        for (String name : new String[] {"app@" + ONE, "app@sha256:11", "app@11"}) {
            ObjectNode image = images.get(ImageRoom.DEMO, name);
            assertEquals("app@" + ONE, Json.at(image, "metadata", "name"));
            assertEquals(ONE, Json.at(image, "image", "metadata", "name"));
        }
        assertRefused(
                "404 imagestreamimages.image.openshift.io \"app@33\" not found",
                () -> images.get(ImageRoom.DEMO, "app@33"));
        assertRefused(
                "400 ImageStreamImages must be retrieved with <name>@<id>", () -> images.get(ImageRoom.DEMO, "app"));
        assertRefused(
                "409 Operation cannot be fulfilled on imagestreamimages.image.openshift.io \"app@sha256\": multiple images"
                        + " match the prefix \"sha256\": " + TWO + ", " + ONE,
                () -> images.get(ImageRoom.DEMO, "app@sha256"));
    }

    private static ObjectNode tagged(String name, String from) {
        return ImageRoom.json(
                "{'metadata':{'name':'" + name + "'},'tag':{'from':{'kind':'ImageStreamTag','name':'" + from + "'}}}");
    }

    private static void assertRefused(String expected, Executable work) {
        StatusException refusal = assertThrows(StatusException.class, work);
        assertEquals(expected, refusal.code() + " " + refusal.getMessage());
    }
}
