package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Page;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ImageTagTest {
    private static final String ONE = "sha256:" + "11".repeat(32);
    private static final String TWO = "sha256:" + "22".repeat(32);

    @TempDir
    Path directory;

    private ImageRoom room;
    private Resource tags;

    @BeforeEach
    void open() {
        room = new ImageRoom(directory);
        tags = room.resource(ImageTagResource.TYPE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_tag_shows_what_it_shall_be_all_that_it_was_and_its_image() {
        room.push("app", "latest", ONE);
        room.push("app", "latest", TWO);
        room.putTag("app:v1", "ImageStreamImage", "app@" + ONE);
        ObjectNode latest = tags.get(ImageRoom.DEMO, "app:latest");
        assertEquals("ImageTag app:latest null 2", essence(latest));
        assertEquals(TWO, latest.at("/image/metadata/name").asText());
        assertEquals(
                room.stream("app").at("/metadata/uid"),
                latest.at("/metadata/uid"),
                "it is the stream under another name");
        assertEquals("ImageTag app:v1 app@" + ONE + " 1", essence(tags.get(ImageRoom.DEMO, "app:v1")));
    }

    private static String essence(ObjectNode tag) {
        return Json.at(tag, "kind") + " " + Json.at(tag, "metadata", "name") + " "
                + (tag.get("spec").isNull() ? "null" : Json.at(tag, "spec", "from", "name")) + " "
                + tag.at("/status/items").size();
    }

    @Test
    void the_table_says_where_images_come_from() {
        room.push("app", "latest", ONE);
        room.createStream("{'metadata':{'name':'ext'},'spec':{'tags':["
                + "{'name':'bad','from':{'kind':'DockerImage','name':'127.0.0.1:1/x/y:z'}},"
                + "{'name':'often','reference':true,'importPolicy':{'scheduled':true},"
                + "'from':{'kind':'DockerImage','name':'quay.io/x/y:z'}},"
                + "{'name':'ref','reference':true,'from':{'kind':'DockerImage','name':'quay.io/x/y:z'}},"
                + "{'name':'same','from':{'kind':'ImageStreamTag','name':'ref'}},"
                + "{'name':'void','from':{'kind':'ImageStreamTag','name':'app:none'}}]}}");
        room.putTag("app:v1", "ImageStreamTag", "app:latest");
        assertEquals("""
                app:latest|Push|image/%1$s|1|Less than a second ago
                app:v1|Tag|image/%1$s|1|Less than a second ago
                ext:bad|Tag|ImportFailed (InternalError)|null|Less than a second ago
                ext:often|Scheduled|quay.io/x/y:z|1|Less than a second ago
                ext:ref|Ref|quay.io/x/y:z|1|Less than a second ago
                ext:same|Track|quay.io/x/y:z|1|Less than a second ago
                ext:void|Tag|istag/app:none|null|
                """.formatted(ONE), table());
    }

    private String table() {
        return tags.list(ImageRoom.DEMO, Page.ALL).items().stream()
                .map(tag -> tags.columns().stream()
                        .map(column -> String.valueOf(column.cell().of(tag, room.now())))
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void creating_one_makes_the_stream_and_putting_one_changes_it() {
        room.push("app", "latest", ONE);
        ObjectNode created = tags.create(ImageRoom.DEMO, wanted("new:v1", "v1", "app:latest"));
        assertEquals("ImageTag new:v1 app:latest 1", essence(created));
        assertRefused(
                "409 imagetags.image.openshift.io \"new:v1\" already exists",
                () -> tags.create(ImageRoom.DEMO, wanted("new:v1", "v1", "app:latest")));
        room.push("app", "latest", TWO);
        Resource.Written written = tags.update(ImageRoom.DEMO, "new:v1", old -> wanted("new:v1", "v1", "app:latest"));
        assertEquals(false, written.created());
        written = tags.update(ImageRoom.DEMO, "new:v2", old -> wanted("new:v2", "v2", "app:latest"));
        assertEquals(true, written.created());
        assertEquals(TWO, room.streams.digest("demo", "new", "v2").orElseThrow());
    }

    @Test
    void putting_one_without_a_spec_leaves_its_history() {
        room.push("app", "latest", ONE);
        room.putTag("app:v1", "ImageStreamImage", "app@" + ONE);
        tags.update(ImageRoom.DEMO, "app:v1", old -> old.putNull("spec"));
        assertEquals("ImageTag app:v1 null 1", essence(tags.get(ImageRoom.DEMO, "app:v1")));
    }

    @Test
    void only_the_spec_can_be_changed() {
        room.push("app", "latest", ONE);
        assertRefused(
                "422 ImageTag.image.openshift.io \"app:latest\" is invalid: status: Invalid value: \"\": may not update fields"
                        + " other than spec",
                () -> tags.update(ImageRoom.DEMO, "app:latest", old -> {
                    old.withObject("/status").put("tag", "other");
                    return old;
                }));
        assertRefused(
                "422 ImageTag.image.openshift.io \"app:v1\" is invalid: spec.name: Invalid value: \"v2\": must match image tag"
                        + " name",
                () -> tags.create(ImageRoom.DEMO, wanted("app:v1", "v2", "app:latest")));
        assertRefused(
                "422 ImageTag.image.openshift.io \"app:v1\" is invalid: spec: Required value: spec is a required field during"
                        + " creation",
                () -> tags.create(ImageRoom.DEMO, ImageRoom.json("{'metadata':{'name':'app:v1'}}")));
    }

    @Test
    void a_deleted_one_is_gone_from_the_stream() {
        room.push("app", "latest", ONE);
        tags.delete(ImageRoom.DEMO, "app:latest", DeleteOptions.BACKGROUND);
        assertEquals(0, room.stream("app").at("/status/tags").size());
        assertRefused(
                "404 imagetags.image.openshift.io \"app:latest\" not found",
                () -> tags.delete(ImageRoom.DEMO, "app:latest", DeleteOptions.BACKGROUND));
        assertRefused(
                "404 imagestreams.image.openshift.io \"none\" not found", () -> tags.get(ImageRoom.DEMO, "none:v1"));
        assertRefused("400 ImageTags must be retrieved with <name>:<tag>", () -> tags.get(ImageRoom.DEMO, "app"));
    }

    private static ObjectNode wanted(String name, String tag, String from) {
        return ImageRoom.json("{'metadata':{'name':'" + name + "'},'spec':{'name':'" + tag
                + "','from':{'kind':'ImageStreamTag','name':'" + from + "'}}}");
    }

    private static void assertRefused(String expected, Executable work) {
        StatusException refusal = assertThrows(StatusException.class, work);
        assertEquals(expected, refusal.code() + " " + refusal.getMessage());
    }
}
