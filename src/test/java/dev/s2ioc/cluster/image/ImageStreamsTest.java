package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageStreamsTest {
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);
    private static final String APP = "image-registry.openshift-image-registry.svc:5000/demo/app@";

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
    void a_push_makes_the_stream_and_the_image() {
        room.at("06:00:00");
        room.push("app", "latest", ONE);
        assertEquals(
                "[{\"tag\":\"latest\",\"items\":[{\"created\":\"2026-11-23T06:00:00Z\",\"dockerImageReference\":\""
                        + APP + ONE + "\",\"image\":\"" + ONE + "\",\"generation\":1}]}]",
                room.stream("app").at("/status/tags").toString());
        assertEquals(APP + ONE, Json.at(room.streams.image(ONE).orElseThrow(), "dockerImageReference"));
    }

    @Test
    void the_same_push_again_changes_nothing() {
        room.push("app", "latest", ONE);
        String before = room.stream("app").toString();
        room.at("07:00:00");
        room.push("app", "latest", ONE);
        assertEquals(before, room.stream("app").toString());
    }

    @Test
    void a_new_image_goes_on_top_and_an_old_one_comes_back() {
        room.push("app", "latest", ONE);
        room.push("app", "latest", TWO);
        room.push("app", "latest", ONE);
        assertEquals(List.of(ONE, TWO, ONE), history("app"));
    }

    @Test
    void a_push_into_no_project_is_refused() {
        StatusException refusal = assertThrows(
                StatusException.class,
                () -> room.streams.pushed("nowhere", "app", Optional.of("latest"), ImageRoom.image(ONE)));
        assertEquals("404 namespaces \"nowhere\" not found", refusal.code() + " " + refusal.getMessage());
    }

    @Test
    void pushes_at_the_same_time_all_arrive() throws Exception {
        try (ExecutorService pushers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                String tag = "t" + i;
                pushers.submit(() -> room.push("app", tag, ONE));
            }
        }
        assertEquals(16, room.streams.tags(room.stream("app")).size());
    }

    @Test
    void a_push_by_digest_makes_an_image_only() {
        room.streams.pushed("demo", "app", Optional.empty(), ImageRoom.image(ONE));
        assertTrue(room.streams.image(ONE).isPresent());
        assertEquals(Optional.empty(), room.streams.find("demo", "app"));
    }

    @Test
    void a_tag_that_follows_gets_the_image_too() {
        room.push("app", "latest", ONE);
        room.putTag("app:tip", "ImageStreamTag", "app:latest");
        room.push("app", "latest", TWO);
        assertEquals(Optional.of(TWO), room.streams.digest("demo", "app", "tip"));
    }

    @Test
    void the_registry_is_told_what_a_stream_holds() {
        room.push("app", "latest", ONE);
        room.putTag("other:prod", "ImageStreamTag", "app:latest");
        assertTrue(room.streams.holds("demo", "other", ONE));
        assertFalse(room.streams.holds("demo", "other", TWO));
        assertEquals(
                List.of("prod"),
                room.streams.tags(room.streams.find("demo", "other").orElseThrow()));
    }

    @Test
    void an_image_that_is_forgotten_leaves_every_history() {
        room.push("app", "latest", ONE);
        room.push("app", "latest", TWO);
        room.push("app", "v1", ONE);
        room.streams.forget("demo", "app", ONE);
        assertEquals(List.of(TWO), history("app"));
        assertEquals(Optional.empty(), room.streams.digest("demo", "app", "v1"));
    }

    @Test
    void references_of_builds_are_resolved_to_digests() {
        room.push("app", "latest", ONE);
        assertEquals(APP + ONE, room.streams.resolve("ImageStreamTag", "app:latest", "demo"));
        assertEquals(APP + ONE, room.streams.resolve("ImageStreamTag", "app", "demo"));
        assertEquals(APP + ONE, room.streams.resolve("ImageStreamImage", "app@" + ONE, "demo"));
        assertEquals(APP + ONE, room.streams.resolve("ImageStreamImage", "app@1111", "demo"));
        assertEquals("quay.io/x/y:z", room.streams.resolve("DockerImage", "quay.io/x/y:z", "demo"));
    }

    @Test
    void what_cannot_be_resolved_is_refused_in_the_words_of_the_build_api() {
        room.createStream("{'metadata':{'name':'b'}}");
        StatusException noImage =
                assertThrows(StatusException.class, () -> room.streams.resolve("ImageStreamTag", "b:latest", "demo"));
        String message =
                "Error resolving ImageStreamTag b:latest in namespace demo: unable to find latest tagged image";
        assertEquals(
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\""
                        + message
                        + "\",\"reason\":\"Invalid\",\"details\":{\"name\":\"b:latest\",\"kind\":\"ImageStreamTag\","
                        + "\"causes\":[{\"message\":\"" + message + "\",\"field\":\"from\"}]},\"code\":422}",
                noImage.status().toString());
        StatusException noStream =
                assertThrows(StatusException.class, () -> room.streams.resolve("ImageStreamTag", "c:latest", "demo"));
        assertEquals(
                "Error resolving ImageStreamTag c:latest in namespace demo:"
                        + " imagestreams.image.openshift.io \"c\" not found",
                noStream.getMessage());
    }

    private List<String> history(String stream) {
        return room.stream(stream)
                .at("/status/tags/0/items")
                .valueStream()
                .map(item -> Json.at(item, "image"))
                .toList();
    }
}
