package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** describe tells more than oc about builds when it is asked to: times beside those before, whole webhook addresses. */
class DescribeBuildsTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop() {
        api.close();
    }

    private static String build(int number, String end, int milliseconds) {
        return """
                {"metadata":{"name":"app-%d","namespace":"demo","creationTimestamp":"2026-11-23T05:16:00Z","annotations":
                {"openshift.io/build-config.name":"app","openshift.io/build.number":"%d"}},"spec":{},"status":{"phase":
                "Complete","startTimestamp":"2026-11-23T05:16:00Z","completionTimestamp":"2026-11-23T05:16:%sZ","stages":
                [{"name":"Build","startTime":"2026-11-23T05:16:01Z","durationMilliseconds":%d}]}}""".formatted(number, number, end, milliseconds);
    }

    private List<String> lines(Ran ran, String... beginnings) {
        return ran.out()
                .lines()
                .filter(line -> List.of(beginnings).stream().anyMatch(line::startsWith))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void the_times_of_a_build_beside_those_of_the_one_before() {
        api.on("GET " + B + "/builds/app-2", build(2, "20", 18000));
        api.on(
                "GET " + B + "/builds?limit=500",
                "{\"items\":[" + build(1, "40", 35000) + "," + build(2, "20", 18000) + "]}");
        Ran compared = api.s2ioc(home, "describe", "build", "app-2", "--compare", "--show-events=false");
        assertEquals(
                List.of("Duration: 20s (app-1: 40s)", " Build: 18s (app-1: 35s)"),
                lines(compared, "Duration", "  Build:"));
        Ran plain = api.s2ioc(home, "describe", "build", "app-2", "--show-events=false");
        assertEquals(List.of("Duration: 20s", " Build: 18s"), lines(plain, "Duration", "  Build:"));
    }

    @Test
    void the_secrets_of_webhooks_only_when_they_are_wanted() {
        api.on("GET " + B + "/buildconfigs/app", """
                {"metadata":{"name":"app","namespace":"demo"},"spec":{"triggers":[
                {"type":"Generic","generic":{"secret":"s3cret","allowEnv":true}},
                {"type":"GitHub","github":{"secret":"other"}}]}}""");
        api.on("GET " + B + "/builds?limit=500", "{\"items\":[]}");
        String address = api.url() + B + "/buildconfigs/app/webhooks/";
        Ran shown = api.s2ioc(home, "describe", "bc", "app", "--show-secrets", "--show-events=false");
        assertEquals(
                List.of(
                        "Webhook Generic:",
                        " URL: " + address + "s3cret/generic",
                        " AllowEnv: true",
                        "Webhook GitHub:",
                        " URL: " + address + "other/github"),
                lines(shown, "Webhook", "\tURL", "\tAllowEnv"));
        Ran hidden = api.s2ioc(home, "describe", "bc", "app", "--show-events=false");
        assertEquals(
                List.of(" URL: " + address + "<secret>/generic", " URL: " + address + "<secret>/github"),
                lines(hidden, "\tURL"));
    }
}
