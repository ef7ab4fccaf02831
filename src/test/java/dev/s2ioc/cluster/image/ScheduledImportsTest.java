package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledImportsTest {
    private static final String SCHEDULED = "'importPolicy':{'insecure':true,'scheduled':true}";

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
    void after_a_quarter_of_an_hour_a_scheduled_tag_has_the_new_image() throws Exception {
        String first = make();
        String second = foreign.labelled("lab/app", "v1", "two");
        assertEquals(first, after("06:14:59"));
        assertEquals(second, after("06:15:00"));
        assertEquals(2, room.stream("ext").at("/status/tags/0/items").size());
        assertEquals(
                3, room.stream("ext").at("/status/tags/0/items/0/generation").asInt());
        assertEquals(3, room.stream("ext").at("/spec/tags/0/generation").asInt());
    }

    @Test
    void a_stream_without_news_is_not_written_and_asked_once_an_interval() throws Exception {
        make();
        String revision = room.stream("ext").at("/metadata/resourceVersion").asText();
        after("06:15:00");
        int asked = foreign.asked();
        after("06:20:00");
        assertEquals(asked, foreign.asked());
        after("06:30:00");
        assertEquals(true, foreign.asked() > asked);
        assertEquals(
                revision, room.stream("ext").at("/metadata/resourceVersion").asText());
    }

    @Test
    void a_tag_that_is_not_scheduled_stays() throws Exception {
        String first = foreign.labelled("lab/app", "v1", "one");
        room.at("06:00:00");
        room.createTags("ext", "'importPolicy':{'insecure':true}", "v1 " + foreign.address() + "/lab/app:v1");
        foreign.labelled("lab/app", "v1", "two");
        assertEquals(first, after("07:00:00"));
    }

    @Test
    void after_a_restart_it_goes_on_where_it_was() throws Exception {
        String first = make();
        String second = foreign.labelled("lab/app", "v1", "two");
        room.close();
        room = new ImageRoom(directory);
        assertEquals(first, after("06:14:00"));
        assertEquals(second, after("06:16:00"));
    }

    @Test
    void a_failure_is_said_at_the_tag_and_the_old_image_stays() throws Exception {
        String first = make();
        foreign.beBusy(1000);
        assertEquals(first, after("06:15:00"));
        assertEquals(
                "TooManyRequests",
                room.stream("ext").at("/status/tags/0/conditions/0/reason").asText());
        foreign.beBusy(0);
        assertEquals(first, after("06:31:00"));
        assertEquals(0, room.stream("ext").at("/status/tags/0/conditions").size());
    }

    private String make() throws Exception {
        String digest = foreign.labelled("lab/app", "v1", "one");
        room.at("06:00:00");
        room.createTags("ext", SCHEDULED, "v1 " + foreign.address() + "/lab/app:v1");
        return digest;
    }

    /** What the tag is after the importer has looked at the clock. */
    private String after(String time) {
        room.at(time);
        room.imports.scheduled().tick();
        return room.streams.digest("demo", "ext", "v1").orElseThrow();
    }
}
