package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded session of a real OpenShift, replayed: the same pushes and tags make the same objects and tables. */
class RecordedSessionTest {
    private static final String FIRST = "sha256:c5d765807fca98d301d55cd9b3bac9cde7284ed089def786c956cf4f6c2af0e3";
    private static final String SECOND = "sha256:1750178aca8ce72d69ec370a82295ff649ff157657186dede88b1f2412d280a7";
    private static final String SIMPLE = "sha256:6c298463a3d4f1af22d5afee1ff78dac00139b138f26ec4276718a546551c46d";
    private static final List<String> STREAMS = List.of("other", "s2i-simple-builder", "simple1");

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
    void the_first_build_makes_the_recorded_stream_and_tag() throws Exception {
        firstBuild();
        room.at("05:16:14");
        assertEquals(
                specsAndStatus(recorded("state-b-built", "imagestreams")), specsAndStatus(list(ImageStreamKind.TYPE)));
        assertEquals(tags(recorded("state-b-built", "imagestreamtags")), tags(list(ImageStreamTagResource.TYPE)));
        assertEquals(
                "[\"s2i-simple-builder\",\"127.0.0.1:5000/demo/s2i-simple-builder\",\"latest\",\"8 seconds ago\"]\n",
                cells(ImageStreamKind.TYPE));
    }

    @Test
    void tagging_makes_the_recorded_streams_and_tags() throws Exception {
        firstBuild();
        at("05:16:19", () -> newBuild("simple1"));
        at("05:16:26", () -> room.push("simple1", "latest", SIMPLE));
        at("05:16:59", () -> room.push("s2i-simple-builder", "latest", SECOND));
        at("05:17:02", () -> {
            room.putTag("s2i-simple-builder:v1", "ImageStreamImage", "s2i-simple-builder@" + SECOND);
            room.putTag("other:prod", "ImageStreamImage", "s2i-simple-builder@" + SECOND);
            room.putTag("s2i-simple-builder:tip", "ImageStreamTag", "s2i-simple-builder:latest");
        });
        assertEquals(
                specsAndStatus(recorded("state-d-end", "imagestreams")), specsAndStatus(list(ImageStreamKind.TYPE)));
        assertEquals(tags(recorded("state-d-end", "imagestreamtags")), tags(list(ImageStreamTagResource.TYPE)));
        room.at("05:17:06");
        assertEquals("""
                ["other","127.0.0.1:5000/demo/other","prod","4 seconds ago"]
                ["s2i-simple-builder","127.0.0.1:5000/demo/s2i-simple-builder","v1,latest,tip","4 seconds ago"]
                ["simple1","127.0.0.1:5000/demo/simple1","latest","40 seconds ago"]
                """, cells(ImageStreamKind.TYPE));
    }

    @Test
    void the_tables_have_the_recorded_columns() throws Exception {
        for (Type type : List.of(ImageStreamKind.TYPE, ImageStreamTagResource.TYPE)) {
            JsonNode recorded = ImageRoom.recording("state-b-built/" + type.plural() + ".table.json");
            assertEquals(
                    recorded.get("columnDefinitions").toString(),
                    columns(room.resource(type)).toString());
        }
    }

    @Test
    void the_table_of_tags_has_the_recorded_cells() throws Exception {
        firstBuild();
        room.at("05:16:15");
        JsonNode recorded = ImageRoom.recording("state-b-built/imagestreamtags.table.json");
        assertEquals(recorded.at("/rows/0/cells") + "\n", cells(ImageStreamTagResource.TYPE));
    }

    private void firstBuild() {
        at("05:15:53", () -> newBuild("s2i-simple-builder"));
        at("05:16:06", () -> room.push("s2i-simple-builder", "latest", FIRST));
    }

    private void newBuild(String name) {
        room.createStream("{'apiVersion':'image.openshift.io/v1','kind':'ImageStream','metadata':{'annotations':"
                + "{'openshift.io/generated-by':'OpenShiftNewBuild'},'creationTimestamp':null,'labels':{'build':'"
                + name + "'},'name':'" + name + "'},'spec':{'lookupPolicy':{'local':false}},"
                + "'status':{'dockerImageRepository':''}}");
    }

    private void at(String time, Runnable work) {
        room.at(time);
        work.run();
    }

    private List<ObjectNode> list(Type type) {
        return room.resource(type).list(ImageRoom.DEMO, Page.ALL).items();
    }

    /** The recorded objects of the streams that this test makes: the session imported images, too. */
    private static List<ObjectNode> recorded(String state, String plural) throws Exception {
        return ImageRoom.recording(state + "/" + plural + ".json")
                .get("items")
                .valueStream()
                .map(ObjectNode.class::cast)
                .filter(object ->
                        STREAMS.contains(Json.at(object, "metadata", "name").replaceFirst(":.*", "")))
                .toList();
    }

    private static String specsAndStatus(List<ObjectNode> streams) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode stream : streams) {
            ObjectNode status = (ObjectNode) stream.get("status");
            // Ours is reachable from outside, the recorded one was not.
            status.remove("publicDockerImageRepository");
            forgetGenerations(status);
            text.append(Json.at(stream, "metadata", "name")).append(' ');
            text.append(stream.path("metadata").get("generation")).append(' ');
            text.append(stream.get("spec")).append(' ').append(status).append('\n');
        }
        return text.toString();
    }

    /** OpenShift also writes the generation of a following tag to the tag that it follows; nobody reads it there. */
    private static void forgetGenerations(ObjectNode status) {
        TagHistory.events(Json.object().set("status", status)).forEach(event -> event.remove("generation"));
    }

    private static String tags(List<ObjectNode> tags) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode tag : tags) {
            ((ObjectNode) tag.get("metadata")).put("uid", "UID").put("resourceVersion", "RV");
            if (Json.at(tag, "metadata", "name").equals("s2i-simple-builder:latest")) {
                tag.put("generation", 0);
            }
            tag.remove(List.of("kind", "apiVersion"));
            text.append(tag).append('\n');
        }
        return text.toString();
    }

    private String cells(Type type) {
        StringBuilder text = new StringBuilder();
        Resource resource = room.resource(type);
        for (ObjectNode object : list(type)) {
            ArrayNode cells = Json.array();
            for (Column column : resource.columns()) {
                cells.add(column.cell().of(object, room.now()).toString());
            }
            text.append(cells).append('\n');
        }
        return text.toString();
    }

    private static ArrayNode columns(Resource resource) {
        ArrayNode columns = Json.array();
        for (Column column : resource.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("format", column.format())
                    .put("description", column.description())
                    .put("priority", column.priority());
        }
        return columns;
    }
}
