package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which objects are described, in what order, and what is said when there are none. */
class DescribeCommandTest {
    private static final String SECRETS = "/api/v1/namespaces/demo/secrets";
    private static final String PODS = "/api/v1/namespaces/demo/pods";

    @TempDir
    Path home;

    private MockApi api;

    @BeforeEach
    void start() {
        api = MockApi.start();
        api.on("GET " + SECRETS + "?limit=500", list("app-1", "app-2", "other"));
        api.on("GET " + SECRETS + "/app-1", secret("app-1"));
        api.on("GET " + SECRETS + "/other", secret("other"));
        api.missing("GET " + SECRETS + "/app", "secrets", "app");
        api.missing("GET " + SECRETS + "/none", "secrets", "none");
        api.on("GET " + PODS + "?limit=500", "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[]}");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void several_objects_are_two_blank_lines_apart() {
        String expected = described("app-1") + "\n\n" + described("app-2") + "\n\n" + described("other");
        assertEquals(new Ran(0, expected, ""), api.s2ioc(home, "describe", "secrets"));
    }

    @Test
    void a_name_that_is_not_there_may_be_the_beginning_of_some() {
        assertEquals(
                new Ran(0, described("app-1") + "\n\n" + described("app-2"), ""),
                api.s2ioc(home, "describe", "secret", "app"));
    }

    @Test
    void a_name_that_begins_nothing_is_not_found() {
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): secrets \"none\" not found\n"),
                api.s2ioc(home, "describe", "secret", "none"));
    }

    @Test
    void what_is_there_is_described_though_something_else_is_not() {
        assertEquals(
                new Ran(1, described("other"), "Error from server (NotFound): secrets \"none\" not found\n"),
                api.s2ioc(home, "describe", "secret/none", "secret/other"));
    }

    @Test
    void nothing_to_describe() {
        assertEquals(new Ran(0, "", "No resources found in demo namespace.\n"), api.s2ioc(home, "describe", "pods"));
        api.on("GET /api/v1/pods?limit=500", "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"items\":[]}");
        assertEquals(new Ran(0, "", "No resources found\n"), api.s2ioc(home, "describe", "pods", "-A"));
    }

    @Test
    void a_type_is_needed() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: You must specify the type of resource to describe.\nSee 's2ioc describe --help' for usage.\n"),
                api.s2ioc(home, "describe"));
    }

    @Test
    void labels_and_page_size_are_the_servers_business() {
        api.on("GET " + SECRETS + "?labelSelector=a%3Db&limit=7", list("other"));
        assertEquals(
                new Ran(0, described("other"), ""),
                api.s2ioc(home, "describe", "secrets", "-l", "a=b", "--chunk-size=7"));
    }

    @Test
    void objects_named_in_a_file() throws IOException {
        Files.writeString(home.resolve("s.yaml"), "apiVersion: v1\nkind: Secret\nmetadata:\n  name: app-1\n");
        assertEquals(new Ran(0, described("app-1"), ""), api.s2ioc(home, "describe", "-f", "s.yaml"));
    }

    @Test
    void events_can_be_left_out() {
        api.on("GET /api/v1/namespaces/demo/configmaps/c", "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"}}");
        String text =
                "Name:         c\nNamespace:    \nLabels:       <none>\nAnnotations:  <none>\n\nData\n====\n\nBinaryData\n====\n\n";
        assertEquals(new Ran(0, text, ""), api.s2ioc(home, "describe", "cm", "c", "--show-events=false"));
        assertEquals(List.of("GET /api/v1/namespaces/demo/configmaps/c"), api.requests());
    }

    @Test
    void who_may_not_see_events_sees_the_rest() {
        api.on("GET /api/v1/namespaces/demo/configmaps/c", "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"}}");
        api.refuse(
                "GET /api/v1/namespaces/demo/events?fieldSelector=involvedObject.kind%3DConfigMap%2CinvolvedObject.name%3Dc&limit=500",
                403, "Forbidden", "events is forbidden");
        String text =
                "Name:         c\nNamespace:    \nLabels:       <none>\nAnnotations:  <none>\n\nData\n====\n\nBinaryData\n====\n\n";
        assertEquals(
                new Ran(0, text + "Events:  <unknown> (events is forbidden)\n", ""),
                api.s2ioc(home, "describe", "cm", "c"));
    }

    @Test
    void tags_are_asked_for_one_by_one() {
        String tags = "/apis/image.openshift.io/v1/namespaces/demo/imagestreamtags";
        api.on(
                "GET " + tags + "?limit=500",
                "{\"kind\":\"ImageStreamTagList\",\"apiVersion\":\"image.openshift.io/v1\",\"items\":[{\"metadata\":{\"name\":\"x:1\",\"namespace\":\"demo\"}}]}");
        api.on(
                "GET " + tags + "/x:1",
                "{\"image\":{\"metadata\":{\"name\":\"sha256:1\"},\"dockerImageReference\":\"r\"}}");
        assertEquals(
                new Ran(0, "Image Name:\tsha256:1\nDocker Image:\tr\nName:\t\tsha256:1\n", ""),
                api.s2ioc(home, "describe", "istag"));
    }

    private static String list(String... names) {
        return "{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"items\":["
                + String.join(
                        ",",
                        List.of(names).stream().map(DescribeCommandTest::secret).toList()) + "]}";
    }

    private static String secret(String name) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"demo\"},\"type\":\"Opaque\",\"data\":{\"k\":\"eA==\"}}";
    }

    private static String described(String name) {
        return """
                Name:         %s
                Namespace:    demo
                Labels:       <none>
                Annotations:  <none>

                Type:  Opaque

                Data
                ====
                k:  1 bytes
                """.formatted(name);
    }
}
