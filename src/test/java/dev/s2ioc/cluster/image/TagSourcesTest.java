package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TagSourcesTest {
    private static final String ONE = "sha256:" + "11".repeat(32);
    private static final String TWO = "sha256:12" + "22".repeat(31);

    @TempDir
    Path directory;

    private ImageRoom room;

    @BeforeEach
    void open() {
        room = new ImageRoom(directory);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void a_push_reaches_the_tags_that_follow_and_those_that_follow_them() {
        room.createStream("{'metadata':{'name':'app'},'spec':{'tags':["
                + "{'name':'a','from':{'kind':'ImageStreamTag','name':'latest'}},"
                + "{'name':'b','from':{'kind':'ImageStreamTag','name':'app:a'}},"
                + "{'name':'c','from':{'kind':'ImageStreamTag','namespace':'demo','name':'app:b'}}]}}");
        room.push("app", "latest", ONE);
        assertEquals(ONE, digest("app", "c"));
        room.push("app", "latest", TWO);
        assertEquals(TWO, digest("app", "c"));
        assertEquals(2, room.tag("app:c").at("/generation").asInt() + 1);
    }

    @Test
    void tags_that_follow_each_other_in_a_circle_come_to_rest() {
        room.createStream("{'metadata':{'name':'app'},'spec':{'tags':["
                + "{'name':'a','from':{'kind':'ImageStreamTag','name':'b'}},"
                + "{'name':'b','from':{'kind':'ImageStreamTag','name':'a'}},"
                + "{'name':'self','from':{'kind':'ImageStreamTag','name':'self'}}]}}");
        room.push("app", "a", ONE);
        assertEquals(ONE, digest("app", "b"));
        room.push("app", "self", TWO);
        assertEquals(TWO, digest("app", "self"));
    }

    @Test
    void a_tag_of_another_project_is_taken_as_it_is_now_and_pulled_from_here() {
        room.project("prod");
        room.push("app", "latest", ONE);
        String from = "'from':{'kind':'ImageStreamTag','namespace':'demo','name':'app:latest'}";
        String stream = "{'metadata':{'name':'app'},'spec':{'tags':[{'name':'v1'," + from + "},{'name':'ref',"
                + "'reference':true," + from + "}]}}";
        room.resource(ImageStreamKind.TYPE).create(Call.internal("prod"), ImageRoom.json(stream));
        assertEquals(
                Registries.INTERNAL + "/prod/app@" + ONE, room.streams.resolve("ImageStreamTag", "app:v1", "prod"));
        assertEquals(
                Registries.INTERNAL + "/demo/app@" + ONE, room.streams.resolve("ImageStreamTag", "app:ref", "prod"));
        assertEquals(true, room.streams.holds("prod", "app", ONE));
    }

    @Test
    void a_stream_that_is_not_there_cannot_be_a_source() {
        assertRefused(
                "422 ImageStream.image.openshift.io \"app\" is invalid: []: Internal error: imagestreams \"app\" is invalid:"
                        + " spec.tags[v1].from.name: Not found: \"none:latest\"",
                () -> room.putTag("app:v1", "ImageStreamTag", "none:latest"));
        room.push("base", "latest", ONE);
        room.putTag("app:v1", "ImageStreamTag", "base:none");
        assertEquals(Optional.empty(), room.streams.digest("demo", "app", "v1"));
    }

    @Test
    void an_image_must_be_in_the_stream_and_the_only_one_of_its_name() {
        room.push("base", "one", ONE);
        room.push("base", "two", TWO);
        room.putTag("app:v1", "ImageStreamImage", "base@sha256:11");
        assertEquals(ONE, digest("app", "v1"));
        assertRefused(
                "422 ImageStream.image.openshift.io \"app\" is invalid: []: Internal error: imagestreams \"app\" is invalid:"
                        + " spec.tags[v1].from.name: Invalid value: \"base@sha256:3\": error generating tag event:"
                        + " imagestreamimage.image.openshift.io \"sha256:3\" not found",
                () -> room.putTag("app:v1", "ImageStreamImage", "base@sha256:3"));
        StatusException refusal =
                assertThrows(StatusException.class, () -> room.putTag("app:v1", "ImageStreamImage", "base@sha256:1"));
        assertEquals(true, refusal.getMessage().contains("multiple images match the prefix \"sha256:1\""));
    }

    @Test
    void only_images_of_registries_are_looked_at_again() {
        assertRefused(
                "422 ImageStreamTag.image.openshift.io \"app:v1\" is invalid: tag.importPolicy.scheduled: Invalid value: true:"
                        + " only tags pointing to Docker repositories may be scheduled for background import",
                () -> room.resource(ImageStreamTagResource.TYPE)
                        .update(
                                ImageRoom.DEMO,
                                "app:v1",
                                old -> ImageRoom.json("{'metadata':{'name':'app:v1'},'tag':{'name':'','from':{'kind':"
                                        + "'ImageStreamTag','name':'base:x'},'importPolicy':{'scheduled':true}}}")));
    }

    @Test
    void a_repository_has_no_tag() {
        assertRefused(
                "422 ImageStream.image.openshift.io \"app\" is invalid: spec.dockerImageRepository: Invalid value:"
                        + " \"quay.io/x/y:z\": the repository name may not contain a tag",
                () -> room.createStream(
                        "{'metadata':{'name':'app'},'spec':{'dockerImageRepository':'quay.io/x/y:z'}}"));
    }

    @Test
    void a_generation_is_the_servers_but_for_zero() {
        room.push("app", "latest", ONE);
        room.putTag("app:v1", "ImageStreamImage", "app@" + ONE);
        long before = generation();
        room.resource(ImageStreamKind.TYPE).update(ImageRoom.DEMO, "app", stream -> {
            SpecTag.find(stream, "v1").orElseThrow().put("generation", 99);
            return stream;
        });
        assertEquals(before, generation());
        room.resource(ImageStreamKind.TYPE).update(ImageRoom.DEMO, "app", stream -> {
            SpecTag.find(stream, "v1").orElseThrow().put("generation", 0);
            return stream;
        });
        assertEquals(before + 1, generation());
    }

    private long generation() {
        return SpecTag.find(room.stream("app"), "v1")
                .orElseThrow()
                .path("generation")
                .asLong();
    }

    @Test
    void a_tag_with_the_local_policy_is_pulled_from_the_clusters_registry() throws Exception {
        try (ForeignRegistry foreign = new ForeignRegistry()) {
            String digest = foreign.image("lab/app", "v1");
            room.createTags(
                    "ext",
                    "'importPolicy':{'insecure':true},'referencePolicy':{'type':'Local'}",
                    "v1 " + foreign.address() + "/lab/app:v1");
            String local = Registries.INTERNAL + "/demo/ext@" + digest;
            assertEquals(local, room.streams.resolve("ImageStreamTag", "ext:v1", "demo"));
            assertEquals(local, room.streams.resolve("ImageStreamImage", "ext@" + digest, "demo"));
            assertEquals(
                    local, room.tag("ext:v1").at("/image/dockerImageReference").asText());
            assertEquals(
                    foreign.address() + "/lab/app@" + digest,
                    room.stream("ext")
                            .at("/status/tags/0/items/0/dockerImageReference")
                            .asText());
        }
    }

    @Test
    void a_stream_that_allows_it_can_be_named_like_an_image() {
        room.push("app", "latest", ONE);
        assertEquals("app", room.streams.resolve("DockerImage", "app", "demo"));
        room.resource(ImageStreamKind.TYPE).update(ImageRoom.DEMO, "app", stream -> {
            stream.withObject("/spec/lookupPolicy").put("local", true);
            return stream;
        });
        assertEquals(Registries.INTERNAL + "/demo/app@" + ONE, room.streams.resolve("DockerImage", "app", "demo"));
        assertEquals("x/app", room.streams.resolve("DockerImage", "x/app", "demo"));
        assertEquals("app:none", room.streams.resolve("DockerImage", "app:none", "demo"));
    }

    private String digest(String stream, String tag) {
        return room.streams.digest("demo", stream, tag).orElseThrow();
    }

    private static void assertRefused(String expected, Executable work) {
        StatusException refusal = assertThrows(StatusException.class, work);
        assertEquals(expected, refusal.code() + " " + refusal.getMessage());
    }
}
