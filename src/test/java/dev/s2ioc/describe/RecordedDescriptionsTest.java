package dev.s2ioc.describe;

import static dev.s2ioc.describe.DescribeFixture.golden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The descriptions that oc printed in the recorded session, from the objects that the servers held then. The terminal
 * escapes around a build's status are taken out of the expected text: they are not for pipes.
 */
class RecordedDescriptionsTest {
    @TempDir
    Path home;

    private DescribeFixture server;

    @BeforeEach
    void start() {
        server = new DescribeFixture(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_new_build_has_made() {
        server.with("a-created", "imagestreams")
                .with("a-created", "buildconfigs")
                .with("a-created", "builds");
        assertEquals(recorded("is-created.txt"), server.describe("05:15:54", "is", "s2i-simple-builder"));
        assertEquals(recorded("bc-created.txt"), server.describe("05:15:54", "bc", "s2i-simple-builder"));
    }

    @Test
    void what_the_first_build_has_left() {
        server.with("b-built", "imagestreams").with("b-built", "buildconfigs").with("b-built", "builds");
        assertEquals(recorded("is-built.txt"), server.describe("05:16:11", "is", "s2i-simple-builder"));
        assertEquals(recorded("is-built.txt"), server.describe("05:16:11", "is"));
        assertEquals(recorded("bc-built.txt"), server.describe("05:16:11", "bc/s2i-simple-builder"));
    }

    @Test
    void a_source_build() {
        server.with("c-app", "buildconfigs").with("c-app", "builds");
        assertEquals(recorded("bc-simple1.txt"), server.describe("05:16:29", "bc", "simple1"));
    }

    @Test
    void builds_with_their_events_and_those_of_their_pods() {
        server.withEvents("e-app").with("e-app", "builds").with("e-app", "pods");
        assertEquals(recorded("build-simple1-1.txt"), server.describe("05:16:29", "build", "simple1-1"));
        assertEquals(recorded("build-2.txt"), server.describe("05:16:48", "build", "s2i-simple-builder-2"));
        assertEquals(recorded("build-4.txt"), server.describe("05:16:48.5", "build", "s2i-simple-builder-4"));
    }

    @Test
    void tags_of_every_origin() {
        server.with("d-end", "imagestreams");
        assertEquals(recorded("is-tagged.txt"), server.describe("05:17:03", "is", "s2i-simple-builder"));
        assertEquals(recorded("is-ext.txt"), server.describe("05:17:03.5", "is", "ext"));
        assertEquals(recorded("is-bad.txt"), server.describe("05:17:03.5", "is", "bad"));
    }

    /** At that moment the build was pending; the state was recorded later, when it had failed. */
    @Test
    void a_build_config_whose_first_build_waits() {
        JsonNode builds = DescribeFixture.json(MockApi.resource("/recordings/d-end/builds.json"));
        for (JsonNode build : builds.path("items")) {
            if (build.path("metadata").path("name").asText().equals("gitapp-1")) {
                ((ObjectNode) build).putObject("status").put("phase", "Pending");
            }
        }
        server.with("d-end", "buildconfigs").with("builds", builds);
        assertEquals(recorded("bc-gitapp.txt"), server.describe("05:17:04", "bc", "gitapp"));
    }

    /** The recorded states hold tags without what is in their images: that part is written down from the output. */
    @Test
    void an_image_stream_tag() {
        server.api()
                .on(
                        "GET " + DescribeFixture.path("imagestreamtags") + "/s2i-simple-builder:latest",
                        golden("istag.json"));
        assertEquals(recorded("istag.txt"), server.describe("05:16:13", "istag", "s2i-simple-builder:latest"));
    }

    @Test
    void a_project_and_what_it_may_use() {
        server.api()
                .on("GET /apis/project.openshift.io/v1/projects/demo", """
                        {"kind":"Project","metadata":{"name":"demo","creationTimestamp":"2026-11-23T05:00:00Z",
                         "annotations":{"openshift.io/display-name":"Demo","openshift.io/description":"Trying out"}},
                         "status":{"phase":"Active"}}
                        """)
                .on("GET /api/v1/namespaces/demo/resourcequotas?limit=500", """
                        {"items":[{"metadata":{"name":"q"},"status":{"hard":{"pods":"4","cpu":"2"},"used":{"pods":"1"}}}]}
                        """)
                .refuse("GET /api/v1/namespaces/demo/limitranges?limit=500", 403, "Forbidden", "no");
        String expected = """
                Name:		demo
                Created:	2 hours ago
                Labels:		<none>
                Annotations:	openshift.io/description=Trying out
                		openshift.io/display-name=Demo
                Display Name:	Demo
                Description:	Trying out
                Status:		Active
                Node Selector:	<none>
                Quota:
                			Name:		q
                			Resource	Used	Hard
                			--------	----	----
                			cpu		0	2
                			pods		1	4
                Resource limits:	<none>
                """;
        assertEquals(new Ran(0, expected, ""), server.describe("06:40:00", "project", "demo"));
    }

    /** From a transcript; its objects are written down from the output. */
    @Test
    void a_build_config_with_everything() {
        JsonNode objects = DescribeFixture.json(golden("transcript-objects.json"));
        server.with("buildconfigs", list("BuildConfig", objects.path("buildconfigs")))
                .with("builds", list("Build", objects.path("builds")));
        assertEquals(recorded("transcript-bc-app.txt"), server.describe("04:14:33", "bc", "app"));
        assertEquals(recorded("transcript-build-app-2.txt"), server.describe("04:14:33", "build", "app-2"));
    }

    private static JsonNode list(String kind, JsonNode items) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("kind", kind + "List").put("apiVersion", "build.openshift.io/v1");
        return list.set("items", items);
    }

    private static Ran recorded(String name) {
        return new Ran(0, golden(name), "");
    }
}
