package dev.s2ioc.cluster.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.pod.PodColumns;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods as a real OpenShift showed them, and those that Kubernetes shows in other words. */
class RecordedPodsTest {
    private static final Instant MOMENT = Instant.parse("2026-11-23T05:17:22.5Z");

    @Test
    void the_cells_are_those_of_openshift() throws IOException {
        JsonNode table = read("pods.table.json");
        assertEquals(
                table.path("columnDefinitions")
                        .valueStream()
                        .map(column -> Json.at(column, "name") + " " + Json.at(column, "priority"))
                        .toList(),
                PodColumns.all().stream()
                        .map(column -> column.name() + " " + column.priority())
                        .toList());
        List<String> cells = read("pods.json")
                .path("items")
                .valueStream()
                .map(pod -> cells(pod, MOMENT))
                .toList();
        assertEquals(
                table.path("rows")
                        .valueStream()
                        .map(row -> row.path("cells").toString())
                        .toList(),
                cells);
    }

    /** Of the builds that OpenShift made these pods for, the same containers and states are seen here. */
    @Test
    void a_build_is_seen_as_the_pod_that_openshift_made_for_it() throws IOException {
        Map<String, JsonNode> pods = new TreeMap<>();
        read("pods.json").path("items").forEach(pod -> pods.put(Json.at(pod, "metadata", "name"), pod));
        int seen = 0;
        for (JsonNode build : read("builds.json").path("items")) {
            JsonNode real = pods.get(BuildPod.name(build));
            if (real != null) {
                seen++;
                assertEquals(outline(real), outline(BuildPod.of(build).orElseThrow()), BuildPod.name(build));
            }
        }
        assertEquals(8, seen);
    }

    private static String outline(JsonNode pod) {
        StringBuilder outline = new StringBuilder(Json.at(pod, "status", "phase"));
        for (String field : List.of("initContainerStatuses", "containerStatuses")) {
            pod.path("status").path(field).forEach(status -> {
                outline.append('\n').append(Json.at(status, "name"));
                outline.append(' ').append(status.path("ready"));
                outline.append(' ').append(Json.at(status, "state", "terminated", "exitCode"));
                outline.append(' ').append(Json.at(status, "state", "waiting", "reason"));
            });
        }
        pod.path("status")
                .path("conditions")
                .forEach(condition -> outline.append('\n')
                        .append(Json.at(condition, "type"))
                        .append(' ')
                        .append(Json.at(condition, "status"))
                        .append(' ')
                        .append(Json.at(condition, "reason"))
                        .append(' ')
                        .append(Json.at(condition, "message")));
        return outline.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'status':{'phase':'Pending'}                                                                | 0/1 Pending 0
            'status':{'phase':'Failed','reason':'Evicted'}                                              | 0/1 Evicted 0
            'status':{'containerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}        | 0/1 ImagePullBackOff 0
            'status':{'containerStatuses':[{'state':{'terminated':{'exitCode':3}}}]}                    | 0/1 ExitCode:3 0
            'status':{'containerStatuses':[{'state':{'terminated':{'signal':9}}}]}                      | 0/1 Signal:9 0
            'status':{'initContainerStatuses':[{'restartCount':2,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]} | 0/1 Init:CrashLoopBackOff 2
            'status':{'initContainerStatuses':[{'state':{'running':{}}}]}                               | 0/1 Init:0/0 0
            'status':{'phase':'Running','containerStatuses':[{'ready':true,'restartCount':3,'state':{'running':{}},'lastState':{'terminated':{'finishedAt':'2026-11-23T05:12:22Z'}}}]} | 1/1 Running 3 (5m ago)
            'metadata':{'deletionTimestamp':'x'},'status':{'phase':'Running'}                           | 0/1 Terminating 0
            'metadata':{'deletionTimestamp':'x'},'status':{'phase':'Succeeded'}                         | 0/1 Succeeded 0
            """)
    void other_states_have_their_words(String pod, String words) throws IOException {
        ObjectNode object = (ObjectNode)
                Json.parse("{" + pod.replace('\'', '"') + ",\"spec\":{\"containers\":[{\"name\":\"a\"}]}}");
        List<Column> columns = PodColumns.all().subList(1, 4);
        assertEquals(
                words,
                String.join(
                        " ",
                        columns.stream()
                                .map(column -> column.cell().of(object, MOMENT).toString())
                                .toList()));
    }

    private static String cells(JsonNode pod, Instant now) {
        ArrayNode row = Json.array();
        PodColumns.all().forEach(column -> row.addPOJO(column.cell().of(pod, now)));
        return row.toString();
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = RecordedPodsTest.class.getResourceAsStream("/recordings/state-e-app/" + name)) {
            return Json.parse(in.readAllBytes());
        }
    }
}
