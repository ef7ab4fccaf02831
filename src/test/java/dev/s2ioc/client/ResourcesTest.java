package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Sessions;
import io.fabric8.mockwebserver.http.MockResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects of any type over the wire: pages, refusals and what they mean, what is sent again. */
class ResourcesTest {
    private static final String BUILDS = "/apis/build.openshift.io/v1/namespaces/demo/builds";

    private final MockApi api = MockApi.start();
    private final Session session = Sessions.with(api.url());

    @AfterEach
    void close() {
        session.close();
        api.close();
    }

    @Test
    void a_list_is_put_together_from_its_pages() throws IOException {
        api.on("GET " + BUILDS + "?labelSelector=a%3Db&limit=500", page("7", "next", "x", "y"));
        api.on("GET " + BUILDS + "?labelSelector=a%3Db&continue=next&limit=500", page("7", "", "z"));
        assertEquals(
                Json.parse(
                        "{\"kind\":\"BuildList\",\"apiVersion\":\"build.openshift.io/v1\","
                                + "\"metadata\":{\"resourceVersion\":\"7\"},\"items\":["
                                + "{\"metadata\":{\"name\":\"x\"}},{\"metadata\":{\"name\":\"y\"}},{\"metadata\":{\"name\":\"z\"}}]}"),
                session.resources().list(KnownTypes.BUILD, ListOptions.ALL.withLabels("a=b")));
    }

    @Test
    void a_continue_token_that_is_too_old_is_exchanged() {
        api.on("GET " + BUILDS + "?limit=500", page("7", "old", "x"));
        api.on(
                "GET " + BUILDS + "?continue=old&limit=500",
                410,
                "{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\","
                        + "\"message\":\"too old\",\"metadata\":{\"continue\":\"fresh\"}}");
        api.on("GET " + BUILDS + "?continue=fresh&limit=500", page("9", "", "y"));
        assertEquals(2, session.resources().list(KnownTypes.BUILD).path("items").size());
    }

    @Test
    void a_missing_object() {
        api.missing("GET " + BUILDS + "/x", "builds.build.openshift.io", "x");
        ApiException refusal =
                assertThrows(ApiException.class, () -> session.resources().get(KnownTypes.BUILD, "x"));
        assertEquals("builds.build.openshift.io \"x\" not found", refusal.getMessage());
        assertEquals(List.of("GET " + BUILDS + "/x", "GET /api/v1/namespaces/demo"), api.requests());
    }

    @Test
    void a_missing_object_in_a_missing_namespace() {
        api.missing("GET " + BUILDS.replace("demo", "none") + "/x", "builds.build.openshift.io", "x");
        api.missing("GET /api/v1/namespaces/none", "namespaces", "none");
        assertEquals(
                "namespaces \"none\" not found",
                assertThrows(
                                ApiException.class,
                                () -> session.resources().in("none").get(KnownTypes.BUILD, "x"))
                        .getMessage());
    }

    @Test
    void a_known_type_that_the_server_does_not_have() {
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[]}");
        api.on("GET /apis", "{\"kind\":\"APIGroupList\",\"groups\":[]}");
        ResourceType type = session.discovery().type("bc");
        assertEquals(
                "the server doesn't have a resource type \"bc\"",
                assertThrows(SelectionException.class, () -> session.resources().list(type))
                        .getMessage());
    }

    @Test
    void a_known_type_that_the_server_has_in_another_version() {
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[]}");
        api.on(
                "GET /apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"autoscaling\",\"versions\":[{\"version\":\"v1\"}]}]}");
        api.on(
                "GET /apis/autoscaling/v1",
                "{\"resources\":[{\"name\":\"horizontalpodautoscalers\",\"namespaced\":true,"
                        + "\"kind\":\"HorizontalPodAutoscaler\",\"verbs\":[]}]}");
        api.on("GET /apis/autoscaling/v1/namespaces/demo/horizontalpodautoscalers?limit=500", page("1", "", "x"));
        ResourceType type = session.discovery().type("hpa");
        assertEquals(1, session.resources().list(type).path("items").size());
    }

    @Test
    void names_are_one_path_segment() {
        api.on("GET /apis/image.openshift.io/v1/namespaces/demo/imagestreamtags/a%2Fb%3F:v%201", "{}");
        session.resources().get(KnownTypes.IMAGE_STREAM_TAG, "a/b?:v 1");
        assertEquals(1, api.requests().size());
    }

    @Test
    void a_busy_server_is_asked_again_when_it_says_so() {
        api.on(
                "POST " + BUILDS,
                new MockResponse()
                        .setResponseCode(429)
                        .setHeader("Retry-After", "0")
                        .setBody("slow"));
        api.on(
                "POST " + BUILDS,
                new MockResponse()
                        .setResponseCode(503)
                        .setHeader("Retry-After", "0")
                        .setBody("slow"));
        api.on("POST " + BUILDS, 201, "{\"kind\":\"Build\"}");
        assertEquals(
                "Build",
                session.resources()
                        .create(KnownTypes.BUILD, Json.object())
                        .path("kind")
                        .asText());
        assertEquals(
                List.of("POST " + BUILDS + " {}", "POST " + BUILDS + " {}", "POST " + BUILDS + " {}"), api.requests());
    }

    @Test
    void a_server_that_stays_busy_is_not_asked_for_ever() {
        api.on(
                "GET " + BUILDS + "/x",
                new MockResponse()
                        .setResponseCode(503)
                        .setHeader("Retry-After", "0")
                        .setBody("slow"));
        ApiException refusal =
                assertThrows(ApiException.class, () -> session.resources().get(KnownTypes.BUILD, "x"));
        assertEquals(503, refusal.code());
        assertEquals("slow", refusal.getMessage());
        assertEquals(5, api.requests().size());
    }

    @Test
    void changes_carry_their_parameters() {
        Request.Parameter dryRun = new Request.Parameter("dryRun", "All");
        api.on("DELETE " + BUILDS + "/x?dryRun=All", "{}");
        api.on("PUT " + BUILDS + "/x?dryRun=All", "{}");
        api.on("PATCH " + BUILDS + "/x?dryRun=All", "{}");
        session.resources().delete(KnownTypes.BUILD, "x", Json.object().put("gracePeriodSeconds", 0), dryRun);
        session.resources().update(KnownTypes.BUILD, "x", Json.object().put("a", 1), dryRun);
        session.resources().patch(KnownTypes.BUILD, "x", "application/merge-patch+json", "{}".getBytes(), dryRun);
        assertEquals(
                List.of(
                        "DELETE " + BUILDS + "/x?dryRun=All {\"gracePeriodSeconds\":0}",
                        "PUT " + BUILDS + "/x?dryRun=All {\"a\":1}",
                        "PATCH " + BUILDS + "/x?dryRun=All {}"),
                api.requests());
        assertEquals("application/merge-patch+json", api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void a_watch_goes_on_where_its_stream_ended() {
        String watch = "GET " + BUILDS + "?watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(watch + 5, event("ADDED", "x", 6) + event("MODIFIED", "x", 7) + event("BOOKMARK", "", 9));
        api.on(watch + 9, event("DELETED", "x", 11));
        api.refuse(watch + 11, 403, "Forbidden", "no more");
        try (Watch events = session.resources().watch(KnownTypes.BUILD, ListOptions.ALL, Form.OBJECTS, "5", Map.of())) {
            assertEquals(List.of("ADDED /x 6", "MODIFIED /x 7", "DELETED /x 11"), take(events, 3));
            assertEquals(
                    "no more", assertThrows(ApiException.class, events::next).getMessage());
        }
    }

    @Test
    void a_watch_tells_what_has_changed_when_its_revision_is_too_old() {
        String watch = "GET " + BUILDS + "?watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(
                watch + 5,
                "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"message\":\"too old\"}}\n");
        api.on(
                "GET " + BUILDS + "?limit=500",
                "{\"kind\":\"BuildList\",\"apiVersion\":\"build.openshift.io/v1\","
                        + "\"metadata\":{\"resourceVersion\":\"20\"},\"items\":["
                        + "{\"metadata\":{\"name\":\"same\",\"resourceVersion\":\"2\"}},"
                        + "{\"metadata\":{\"name\":\"changed\",\"resourceVersion\":\"17\"}},"
                        + "{\"metadata\":{\"name\":\"new\",\"resourceVersion\":\"18\"}}]}");
        api.on(watch + 20, event("ADDED", "later", 21));
        Map<String, String> known = Map.of("/same", "2", "/changed", "3", "/gone", "4");
        try (Watch events = session.resources().watch(KnownTypes.BUILD, ListOptions.ALL, Form.OBJECTS, "5", known)) {
            assertEquals(
                    List.of("MODIFIED /changed 17", "ADDED /new 18", "DELETED /gone ", "ADDED /later 21"),
                    take(events, 4));
        }
    }

    @Test
    void a_watch_ends_when_its_time_is_over() {
        String watch = "GET " + BUILDS + "?watch=true&allowWatchBookmarks=true&resourceVersion=5";
        api.on(watch, "");
        try (Watch events = session.resources()
                .watch(KnownTypes.BUILD, ListOptions.ALL, Form.OBJECTS, "5", Map.of())
                .endingAfter(java.time.Duration.ofMillis(300))) {
            assertEquals(java.util.Optional.empty(), events.next());
        }
    }

    private static List<String> take(Watch watch, int count) {
        return java.util.stream.Stream.generate(() -> watch.next().orElseThrow())
                .limit(count)
                .map(event -> event.type() + " " + Watch.key(event.object().path("metadata")) + " "
                        + event.object()
                                .path("metadata")
                                .path("resourceVersion")
                                .asText(""))
                .toList();
    }

    private static String event(String type, String name, int revision) {
        return "{\"type\":\"" + type + "\",\"object\":{\"metadata\":{\"name\":\"" + name + "\",\"resourceVersion\":\""
                + revision + "\"}}}\n";
    }

    private static String page(String revision, String token, String... names) {
        String items = String.join(
                ",",
                java.util.stream.Stream.of(names)
                        .map(name -> "{\"metadata\":{\"name\":\"" + name + "\"}}")
                        .toList());
        return "{\"kind\":\"BuildList\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"resourceVersion\":\""
                + revision + "\",\"continue\":\"" + token + "\",\"remainingItemCount\":1},\"items\":[" + items + "]}";
    }
}
