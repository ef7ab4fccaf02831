package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.BuildApi;
import dev.s2ioc.cluster.build.BuildController;
import dev.s2ioc.cluster.build.BuildSettings;
import dev.s2ioc.cluster.build.Triggers;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.EventKind;
import dev.s2ioc.cluster.kind.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever brings a tag another image starts the builds that look at it. There is no engine: the builds fail, but they are there. */
@Timeout(180)
class ImageTriggersTest {
    @TempDir
    Path directory;

    private ImageRoom room;
    private ForeignRegistry foreign;
    private Triggers triggers;
    private BuildController builds;

    @BeforeEach
    void open() throws Exception {
        room = new ImageRoom(directory);
        foreign = new ForeignRegistry();
        BuildSettings settings = new BuildSettings(
                directory.resolve("builds"),
                () -> {
                    throw new EngineException("there is no engine");
                },
                Map.of(),
                false);
        builds = new BuildController(room.machinery, room.streams, settings);
        room.kinds
                .add(new StoredResource(room.machinery, new EventKind()))
                .add(new StoredResource(room.machinery, new BuildConfigKind()))
                .add(new StoredResource(room.machinery, new BuildKind(), BuildApi.buildHooks(builds)));
        BuildApi.addTo(room.kinds, room.machinery, room.streams, builds);
        triggers = BuildApi.triggers(room.machinery, room.streams, builds);
        triggers.start();
        config();
    }

    @AfterEach
    void close() throws Exception {
        triggers.close();
        builds.close();
        foreign.close();
        room.close();
    }

    private void config() {
        room.resource(BuildConfigKind.TYPE)
                .create(
                        ImageRoom.DEMO,
                        ImageRoom.json(
                                "{'metadata':{'name':'app'},'spec':{'runPolicy':'Parallel','source':{'dockerfile':"
                                        + "'FROM x'},'strategy':{'dockerStrategy':{'from':{'kind':'ImageStreamTag','name':"
                                        + "'base:v1'}}},'triggers':[{'type':'ImageChange','imageChange':{}}]}}"));
    }

    @Test
    void a_push_an_import_and_a_scheduled_import_each_start_a_build() throws Exception {
        String pushed = "sha256:" + "ab".repeat(32);
        room.push("base", "v1", pushed);
        assertEquals(Registries.INTERNAL + "/demo/base@" + pushed, imageOf(1));

        String imported = foreign.labelled("lab/base", "v1", "one");
        room.at("06:00:00");
        room.resource(ImageStreamImportResource.TYPE)
                .create(
                        ImageRoom.DEMO,
                        ImageRoom.json("{'metadata':{'name':'base'},'spec':{'import':true,'images':[{'from':{'kind':"
                                + "'DockerImage','name':'" + foreign.address() + "/lab/base:v1'},'importPolicy':"
                                + "{'insecure':true,'scheduled':true}}]}}"));
        assertEquals(foreign.address() + "/lab/base@" + imported, imageOf(2));

        String later = foreign.labelled("lab/base", "v1", "two");
        room.at("06:15:00");
        room.imports.scheduled().tick();
        assertEquals(foreign.address() + "/lab/base@" + later, imageOf(3));
    }

    /** The image that caused the last of so many builds. */
    private String imageOf(int number) throws InterruptedException {
        List<ObjectNode> found = room.store.list(BuildKind.TYPE.resource(), "demo");
        while (found.size() < number) {
            Thread.sleep(20);
            found = room.store.list(BuildKind.TYPE.resource(), "demo");
        }
        JsonNode build = found.get(number - 1);
        assertEquals("app-" + number, build.at("/metadata/name").asText());
        return build.at("/spec/triggeredBy/0/imageChangeBuild/imageID").asText();
    }
}
