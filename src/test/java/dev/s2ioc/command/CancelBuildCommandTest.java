package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cancel-build stops what has not ended, and says of everything else why it does not. */
class CancelBuildCommandTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String build(String name, String phase) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\",\"labels\":{\"buildconfig\":\"hello\"}},\"status\":{\"phase\":\"" + phase + "\"}}";
    }

    @Test
    void marks_a_build_and_waits_for_its_end() {
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Running"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Running"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Cancelled"));
        api.on("PUT " + B + "/builds/hello-1", build("hello-1", "Running"));
        assertEquals(new Ran(0, """
                        build.build.openshift.io/hello-1 marked for cancellation, waiting to be cancelled
                        build.build.openshift.io/hello-1 cancelled
                        """, ""), api.s2ioc(dir, "cancel-build", "hello-1"));
        assertEquals(
                "PUT " + B + "/builds/hello-1 "
                        + build("hello-1", "Running").replace("\"Running\"", "\"Running\",\"cancelled\":true"),
                api.requests().get(2));
    }

    @Test
    void a_change_at_the_same_time_is_waited_for() {
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "New"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "New"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Pending"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Cancelled"));
        api.refuse("PUT " + B + "/builds/hello-1", 409, "Conflict", "the object has been modified");
        api.on("PUT " + B + "/builds/hello-1", build("hello-1", "Pending"));
        assertEquals(0, api.s2ioc(dir, "cancel-build", "build/hello-1").code());
        assertEquals(
                List.of("GET", "GET", "PUT", "GET", "PUT", "GET"),
                api.requests().stream().map(line -> line.substring(0, 3)).toList());
    }

    @Test
    void a_finished_build_is_left_alone() {
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Complete"));
        assertEquals(
                new Ran(0, "", "build hello-1 has already finished: Complete\n"),
                api.s2ioc(dir, "cancel-build", "hello-1"));
    }

    @Test
    void an_unknown_build_is_an_error() {
        api.missing("GET " + B + "/builds/none", "builds.build.openshift.io", "none");
        assertEquals(
                new Ran(1, "", "error: build demo/none not found\nerror: failure during the build cancellation\n"),
                api.s2ioc(dir, "cancel-build", "none"));
    }

    @Test
    void all_unfinished_builds_of_a_config_in_a_state() {
        api.on("GET " + B + "/buildconfigs/hello", "{\"metadata\":{\"name\":\"hello\"}}");
        api.on(
                "GET " + B + "/builds?limit=500",
                "{\"items\":[" + build("hello-1", "Complete") + "," + build("hello-2", "Running") + ","
                        + build("hello-3", "New") + "]}");
        api.on("GET " + B + "/builds/hello-3", build("hello-3", "New"));
        api.on("GET " + B + "/builds/hello-3", build("hello-3", "Cancelled"));
        api.on("PUT " + B + "/builds/hello-3", build("hello-3", "New"));
        api.on("GET " + B + "/builds/hello-3/log?nowait=true", "the log\n");
        assertEquals(
                new Ran(0, """
                        ==== Build demo/hello-3 logs ====
                        the log
                        build.build.openshift.io/hello-3 marked for cancellation, waiting to be cancelled
                        build.build.openshift.io/hello-3 cancelled
                        """, "build hello-2 is running: not cancelled\n"),
                api.s2ioc(dir, "cancel-build", "bc/hello", "--state=new,pending", "--dump-logs"));
    }

    @Test
    void a_config_without_unfinished_builds() {
        api.on("GET " + B + "/buildconfigs/hello", "{\"metadata\":{\"name\":\"hello\"}}");
        api.on("GET " + B + "/builds?limit=500", "{\"items\":[" + build("hello-1", "Failed") + "]}");
        assertEquals(
                new Ran(0, "", "no build of hello is new, pending or running\n"),
                api.s2ioc(dir, "cancel-build", "bc/hello"));
    }

    @Test
    void wrong_words() {
        assertEquals(
                new Ran(1, "", "error: build or a buildconfig name is required\n"), api.s2ioc(dir, "cancel-build"));
        assertEquals(
                new Ran(1, "", "error: invalid --state flag value, must be one of 'new', 'pending', or 'running'\n"),
                api.s2ioc(dir, "cancel-build", "x", "--state=done"));
    }

    @Test
    void with_a_format_stdout_has_the_result_and_nothing_else() {
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Running"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Running"));
        api.on("GET " + B + "/builds/hello-1", build("hello-1", "Cancelled"));
        api.on("PUT " + B + "/builds/hello-1", build("hello-1", "Running"));
        api.on("GET " + B + "/builds/hello-1/log?nowait=true", "the log\n");
        assertEquals(
                new Ran(0, "Cancelled", """
                        ==== Build demo/hello-1 logs ====
                        the log
                        build.build.openshift.io/hello-1 marked for cancellation, waiting to be cancelled
                        build.build.openshift.io/hello-1 cancelled
                        """),
                api.s2ioc(dir, "cancel-build", "hello-1", "--dump-logs", "-o", "jsonpath={.status.phase}"));
    }

    @Test
    void restarted_the_new_build_is_the_result() {
        for (int number : new int[] {1, 2}) {
            String name = "hello-" + number;
            api.on("GET " + B + "/builds/" + name, build(name, "Running"));
            api.on("GET " + B + "/builds/" + name, build(name, "Running"));
            api.on("GET " + B + "/builds/" + name, build(name, "Cancelled"));
            api.on("PUT " + B + "/builds/" + name, build(name, "Running"));
            api.on(
                    "POST " + B + "/builds/" + name + "/clone",
                    201,
                    build("hello-" + (number + 2), "New")
                            .replaceFirst("\\{", "{\"kind\":\"Build\"," + "\"apiVersion\":\"build.openshift.io/v1\","));
        }
        assertEquals(
                new Ran(0, """
                        build.build.openshift.io/hello-3
                        build.build.openshift.io/hello-4
                        """, """
                        build.build.openshift.io/hello-1 marked for cancellation, waiting to be cancelled
                        build.build.openshift.io/hello-2 marked for cancellation, waiting to be cancelled
                        build.build.openshift.io/hello-1 cancelled
                        build.build.openshift.io/hello-3 restarted
                        build.build.openshift.io/hello-2 cancelled
                        build.build.openshift.io/hello-4 restarted
                        """), api.s2ioc(dir, "cancel-build", "hello-1", "hello-2", "--restart", "-o", "name"));
    }
}
