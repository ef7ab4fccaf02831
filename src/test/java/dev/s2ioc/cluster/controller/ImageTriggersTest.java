package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of workload whose template can change follows the tag that its annotation names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTriggersTest {
    private static final String IMAGES = "/apis/image.openshift.io/v1/namespaces/demo/";
    private static final String POD = """
            {"metadata":{"labels":{"app":"a"}},"spec":{"schedulerName":"none","containers":[{"name":"c","image":" "}]}}""";

    private Room room;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory);
        assertEquals(
                201,
                room.post(IMAGES + "imagestreams", "{\"metadata\":{\"name\":\"app\"}}")
                        .code());
    }

    @AfterAll
    void stop() {
        room.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            apps  | deployments  | spec.template             | "replicas":0,"selector":{"matchLabels":{"app":"a"}}
            apps  | statefulsets | spec.template             | "replicas":0,"selector":{"matchLabels":{"app":"a"}}
            apps  | daemonsets   | spec.template             | "selector":{"matchLabels":{"app":"a"}}
            batch | cronjobs     | spec.jobTemplate.spec.template | "schedule":"@yearly"
            """)
    void it_gets_the_newest_image_of_the_tag(String group, String plural, String template, String more) {
        String objects = "/apis/" + group + "/v1/namespaces/demo/" + plural;
        ObjectNode workload = Room.json("{\"metadata\":{\"name\":\"w\"},\"spec\":{" + more + "}}");
        Json.child(Json.child(workload, "metadata"), "annotations")
                .put("image.openshift.io/triggers", """
                [{"from":{"kind":"ImageStreamTag","name":"app:latest"},
                  "fieldPath":"%s.spec.containers[?(@.name==\\"c\\")].image"}]""".formatted(template));
        ObjectNode parent = workload;
        String[] steps = template.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            parent = Json.child(parent, steps[i]);
        }
        ObjectNode pod = Room.json(POD);
        if (group.equals("batch")) {
            Json.child(pod, "spec").put("restartPolicy", "Never");
        }
        parent.set("template", pod);
        assertEquals(201, room.post(objects, workload.toString()).code());
        for (String digest : new String[] {"ab".repeat(32), "cd".repeat(32)}) {
            room.post(IMAGES + "imagestreammappings", """
                    {"metadata":{"name":"app"},"tag":"latest","image":{"metadata":{"name":"sha256:%1$s"},
                      "dockerImageReference":"example.com/a/b@sha256:%1$s"}}""".formatted(digest));
            String container = "/" + template.replace('.', '/') + "/spec/containers/0/image";
            room.await(objects + "/w", each -> each.at(container).asText().endsWith(digest));
        }
    }
}
