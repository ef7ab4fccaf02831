package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wait}: what is met, what is not in time, what is not there. */
class WaitCommandTest {
    private static final String BUILDS = "/apis/build.openshift.io/v1/namespaces/demo/builds";
    private static final String ONE = BUILDS + "/app-1";
    private static final String WATCH = "GET " + BUILDS
            + "?fieldSelector=metadata.name%3Dapp-1&watch=true&allowWatchBookmarks=true&resourceVersion=7";
    private static final String MET = "build.build.openshift.io/app-1 condition met\n";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_condition_that_is_met_already() {
        api.on("GET " + ONE, build("Complete", "True"));
        assertEquals(new Ran(0, MET, ""), run("wait", "build/app-1", "--for=condition=complete"));
        assertEquals(List.of("GET " + ONE), api.requests());
    }

    @Test
    void a_condition_that_is_met_later() {
        api.on("GET " + ONE, build("Complete", "False"));
        api.on(WATCH, event("MODIFIED", build("Complete", "False")) + event("MODIFIED", build("Complete", "True")));
        assertEquals(new Ran(0, MET, ""), run("wait", "build/app-1", "--for=condition=Complete"));
        assertEquals(List.of("GET " + ONE, WATCH), api.requests());
    }

    @Test
    void another_value_than_true() {
        api.on("GET " + ONE, build("Complete", "False"));
        assertEquals(new Ran(0, MET, ""), run("wait", "build/app-1", "--for=condition=Complete=false"));
    }

    @Test
    void what_was_observed_before_the_last_change_does_not_count() {
        api.on(
                "GET " + ONE,
                "{\"metadata\":{\"name\":\"app-1\",\"generation\":3},\"status\":{\"observedGeneration\":2,\"conditions\":"
                        + "[{\"type\":\"Complete\",\"status\":\"True\"}]}}");
        assertEquals(
                new Ran(5, "", "error: condition not met for builds/app-1\n"),
                run("wait", "build/app-1", "--for=condition=Complete", "--timeout=0"));
    }

    @Test
    void a_value() {
        api.on("GET " + ONE, build("Complete", "True"));
        assertEquals(new Ran(0, MET, ""), run("wait", "build", "app-1", "--for=jsonpath={.status.phase}=Complete"));
        assertEquals(new Ran(0, MET, ""), run("wait", "build", "app-1", "--for=jsonpath=.status.phase"));
        assertEquals(
                new Ran(0, MET, ""),
                run(
                        "wait",
                        "build/app-1",
                        "--for=jsonpath='{.status.conditions[?(@.type==\"Complete\")].status}'=True"));
        assertEquals(
                new Ran(1, "", "error: jsonpath leads to a nested object or list which is not supported\n"),
                run("wait", "build/app-1", "--for=jsonpath={.status}=x"));
    }

    @Test
    void time_runs_out() {
        api.on("GET " + ONE, build("Complete", "False"));
        api.on(WATCH, "");
        assertEquals(
                new Ran(5, "", "error: timed out waiting for the condition on builds/app-1\n"),
                run("wait", "build/app-1", "--for=condition=Complete", "--timeout=50ms"));
    }

    @Test
    void time_runs_out_for_each_of_several() {
        api.on("GET " + ONE, build("Complete", "False"));
        api.on("GET " + BUILDS + "/app-2", build("Complete", "False"));
        assertEquals(
                new Ran(
                        5,
                        "",
                        "error: condition not met for builds/app-1\nerror: condition not met for builds/app-2\n"),
                run("wait", "build/app-1", "build/app-2", "--for=condition=Complete", "--timeout=0s"));
    }

    @Test
    void one_that_goes_while_it_is_waited_for() {
        api.on("GET " + ONE, build("Complete", "False"));
        api.on(WATCH, event("DELETED", build("Complete", "False")));
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): builds.build.openshift.io \"app-1\" not found\n"),
                run("wait", "build/app-1", "--for=condition=Complete"));
    }

    @Test
    void deletion() {
        api.on("GET " + ONE, build("Complete", "True"));
        api.on(WATCH, event("DELETED", build("Complete", "True")));
        assertEquals(new Ran(0, MET, ""), run("wait", "build/app-1", "--for=delete"));
    }

    @Test
    void deletion_of_what_is_not_there() {
        api.missing("GET " + ONE, "builds.build.openshift.io", "app-1");
        assertEquals(new Ran(0, "", ""), run("wait", "build/app-1", "--for=delete"));
    }

    @Test
    void creation() {
        String list = "GET " + BUILDS + "?fieldSelector=metadata.name%3Dapp-1&limit=500";
        api.on(list, "{\"kind\":\"BuildList\",\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[]}");
        api.on(WATCH, event("ADDED", build("New", "True")));
        api.on("GET " + ONE, build("New", "True"));
        assertEquals(new Ran(0, MET, ""), run("wait", "build/app-1", "--for=create"));
        assertEquals(List.of(list, WATCH, "GET " + ONE), api.requests());
    }

    @Test
    void all_that_a_selector_finds() {
        String list = "GET " + BUILDS + "?labelSelector=a%3Db&limit=500";
        api.on(list, "{\"kind\":\"BuildList\",\"items\":[" + build("Complete", "True") + "]}");
        api.on("GET " + ONE, build("Complete", "True"));
        assertEquals(
                new Ran(0, "build.build.openshift.io/app-1\n", ""),
                run("wait", "builds", "-l", "a=b", "--for=condition=Complete", "-o", "name"));
        api.on("GET " + BUILDS + "?limit=500", "{\"kind\":\"BuildList\",\"items\":[]}");
        assertEquals(
                new Ran(1, "", "error: no matching resources found\n"),
                run("wait", "builds", "--all", "--for=condition=Complete"));
        assertEquals(new Ran(0, "", ""), run("wait", "builds", "--all", "--for=delete"));
    }

    @Test
    void a_file_is_looked_at_without_a_server() throws IOException {
        Files.writeString(home.resolve("b.json"), build("Complete", "True"));
        assertEquals(new Ran(0, MET, ""), run("wait", "-f", "b.json", "--local", "--for=condition=Complete"));
        assertEquals(
                new Ran(1, "", "error: condition not met for builds/app-1\n"),
                run("wait", "-f", "b.json", "--local", "--for=condition=Failed"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void wrong_words() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unrecognized condition: \"done\"; --for takes delete, create, condition=NAME[=VALUE] or"
                                + " jsonpath={PATH}[=VALUE]\n"),
                run("wait", "build/app-1", "--for=done"));
        assertEquals(
                new Ran(1, "", "error: resource(s) were provided, but no name was specified\n"),
                run("wait", "builds", "--for=delete"));
        assertEquals(
                new Ran(1, "", "error: Missing required option: '--for=GOAL'\nSee 's2ioc wait --help' for usage.\n"),
                run("wait", "build/app-1"));
    }

    private static String build(String condition, String status) {
        return "{\"apiVersion\":\"build.openshift.io/v1\",\"kind\":\"Build\",\"metadata\":{\"name\":\"app-1\","
                + "\"namespace\":\"demo\",\"resourceVersion\":\"7\",\"uid\":\"u\"},\"status\":{\"phase\":\"" + condition
                + "\",\"conditions\":[{\"type\":\"" + condition + "\",\"status\":\"" + status + "\"}]}}";
    }

    private static String event(String type, String object) {
        return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
