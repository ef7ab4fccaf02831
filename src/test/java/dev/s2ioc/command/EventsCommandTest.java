package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code events}: which, in which order, in which form. */
class EventsCommandTest {
    private static final String EVENTS = "/api/v1/namespaces/demo/events";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String OLD = event(
            "a",
            "Normal",
            "BuildStarted",
            "Build",
            "build.openshift.io/v1",
            "11:50:00",
            "11:58:00",
            3,
            " Build has begun\\n");
    private static final String NEW =
            event("b", "Warning", "Failed", "Pod", "v1", "11:59:30", "11:59:30", 1, "Back-off pulling");

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void the_oldest_comes_first() {
        api.on("GET " + EVENTS + "?limit=500", list(NEW, OLD));
        String rows = """
                LAST SEEN          TYPE      REASON         OBJECT        MESSAGE
                2m (x3 over 10m)   Normal    BuildStarted   Build/app-1   Build has begun
                30s                Warning   Failed         Pod/app-1     Back-off pulling
                """;
        assertEquals(new Ran(0, rows, ""), run("events"));
        assertEquals(
                new Ran(0, rows.substring(rows.indexOf('\n') + 1), ""),
                run("events", "--no-headers", "--types=Normal,warning"));
    }

    @Test
    void of_one_object_and_one_type() {
        api.on(
                "GET " + EVENTS + "?fieldSelector=involvedObject.kind%3DPod%2CinvolvedObject.name%3Dapp-1&limit=500",
                list(NEW));
        assertEquals(new Ran(0, """
                        LAST SEEN   TYPE      REASON   OBJECT      MESSAGE
                        30s         Warning   Failed   Pod/app-1   Back-off pulling
                        """, ""), run("events", "--for", "pod/app-1"));
        assertEquals(
                new Ran(0, "", "No events found in demo namespace.\n"),
                run("events", "--for", "pod/app-1", "--types=Normal"));
    }

    @Test
    void of_all_namespaces() {
        api.on("GET /api/v1/events?limit=500", list(NEW));
        assertEquals(new Ran(0, """
                        NAMESPACE   LAST SEEN   TYPE      REASON   OBJECT      MESSAGE
                        demo        30s         Warning   Failed   Pod/app-1   Back-off pulling
                        """, ""), run("events", "-A"));
    }

    @Test
    void in_another_form() {
        api.on("GET " + EVENTS + "?limit=500", list(NEW, OLD));
        assertEquals(new Ran(0, "event/a\nevent/b\n", ""), run("events", "-o", "name"));
        assertEquals(
                new Ran(0, " Build has begun\n|Back-off pulling|", ""),
                run("events", "-o", "jsonpath={range .items[*]}{.message}|{end}"));
    }

    @Test
    void wrong_words() {
        assertEquals(new Ran(1, "", "error: valid --types are Normal or Warning\n"), run("events", "--types=Bad"));
        assertEquals(new Ran(1, "", "error: --for must be in resource/name form\n"), run("events", "--for", "pods"));
        assertEquals(List.of(), api.requests());
    }

    private static String list(String... events) {
        return "{\"kind\":\"EventList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"9\"},\"items\":["
                + String.join(",", events) + "]}";
    }

    private static String event(
            String name,
            String type,
            String reason,
            String kind,
            String version,
            String first,
            String last,
            int count,
            String message) {
        return """
                {"metadata":{"name":"%s","namespace":"demo"},"involvedObject":{"kind":"%s","name":"app-1","apiVersion":"%s"},
                "reason":"%s","message":"%s","type":"%s","count":%d,"firstTimestamp":"2026-01-01T%sZ","lastTimestamp":"2026-01-01T%sZ"}
                """.formatted(name, kind, version, reason, message, type, count, first, last);
    }

    private Ran run(String... words) {
        return Run.in(home, Map.of(), NOON).s2ioc(api.arguments(words));
    }
}
