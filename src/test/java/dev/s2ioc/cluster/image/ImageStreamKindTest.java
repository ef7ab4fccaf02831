package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ImageStreamKindTest {
    private static final String ONE = "sha256:" + "1".repeat(64);

    @TempDir
    Path directory;

    private ImageRoom room;
    private Resource streams;

    @BeforeEach
    void open() {
        room = new ImageRoom(directory);
        streams = room.resource(ImageStreamKind.TYPE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_new_stream_has_its_addresses() {
        ObjectNode stream = room.createStream("{'metadata':{'name':'app'},'status':{'tags':[{'tag':'x'}]}}");
        assertEquals("{\"lookupPolicy\":{\"local\":false}}", stream.get("spec").toString());
        assertEquals(
                "{\"dockerImageRepository\":\"image-registry.openshift-image-registry.svc:5000/demo/app\","
                        + "\"publicDockerImageRepository\":\"127.0.0.1:5000/demo/app\"}",
                stream.get("status").toString());
    }

    @Test
    void a_name_must_be_one_that_registries_accept() {
        assertRefused(
                "422 ImageStream.image.openshift.io \"App\" is invalid: metadata.name: Invalid value: \"App\": must match"
                        + " \"[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?\"",
                () -> room.createStream("{'metadata':{'name':'App'}}"));
    }

    @Test
    void two_tags_of_one_name_are_refused() {
        assertRefused(
                "422 ImageStream.image.openshift.io \"app\" is invalid: spec.tags[1].name: Duplicate value: \"v1\"",
                () -> room.createStream("{'metadata':{'name':'app'},'spec':{'tags':[{'name':'v1'},{'name':'v1'}]}}"));
    }

    @Test
    void an_update_needs_a_revision_and_leaves_the_status() {
        room.push("app", "latest", ONE);
        assertRefused(
                "422 ImageStream.image.openshift.io \"app\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must"
                        + " be specified for an update",
                () -> streams.update(ImageRoom.DEMO, "app", old -> ImageRoom.json("{'metadata':{'name':'app'}}")));
        ObjectNode updated = streams.update(ImageRoom.DEMO, "app", old -> {
                    old.remove("status");
                    Json.child(old, "spec").putObject("lookupPolicy").put("local", true);
                    return old;
                })
                .object();
        assertEquals("{\"lookupPolicy\":{\"local\":true}}", updated.get("spec").toString());
        assertEquals(ONE, updated.at("/status/tags/0/items/0/image").asText());
        assertEquals("2", Json.at(updated, "metadata", "generation"));
    }

    @Test
    void changing_a_tag_raises_its_generation_and_that_of_no_other() {
        room.push("app", "latest", ONE);
        room.putTag("app:v1", "ImageStreamTag", "app:latest");
        room.putTag("app:v2", "ImageStreamTag", "app:latest");
        ObjectNode stream = room.stream("app");
        assertEquals("2", stream.at("/spec/tags/0/generation").asText());
        assertEquals("3", stream.at("/spec/tags/1/generation").asText());
        assertEquals("3", Json.at(stream, "metadata", "generation"));
    }

    @Test
    void many_tags_are_cut_short_in_the_table() {
        room.at("06:00:00");
        for (int i = 10; i < 30; i++) {
            room.at("06:00:" + i);
            room.push("app", "tag" + i, ONE);
        }
        assertEquals(
                "tag29,tag28,tag27,tag26,tag25,tag24 + 14 more...",
                streams.columns().get(2).cell().of(room.stream("app"), room.now()));
    }

    private static void assertRefused(String expected, Executable work) {
        StatusException refusal = assertThrows(StatusException.class, work);
        assertEquals(expected, refusal.code() + " " + refusal.getMessage());
    }
}
