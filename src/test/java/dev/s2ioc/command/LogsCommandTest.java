package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** logs finds the log that is meant and asks for the part that is wanted. */
class LogsCommandTest {
    private static final String B = "GET /apis/build.openshift.io/v1/namespaces/demo";
    private static final String P = "GET /api/v1/namespaces/demo/pods";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void tell_the_server() {
        api.on(B + "/buildconfigs/hello", "{\"metadata\":{\"name\":\"hello\"}}");
        api.on(B + "/builds/hello-2", build("hello-2", 2));
        api.on(
                B + "/builds?limit=500",
                "{\"items\":[" + build("hello-2", 2) + "," + build("hello-10", 10) + "," + build("hello-9", 9)
                        + ",{\"metadata\":{\"name\":\"other-11\",\"creationTimestamp\":\"2030-01-01T00:00:00Z\"}}]}");
        api.on(B + "/builds/hello-10/log", "ten\nlines");
        api.on(B + "/builds/hello-2/log", "two\n");
        api.on(P + "/one", pod("one", "{\"name\":\"main\"}", ""));
        api.on(P + "/one/log?container=main", "from one\n");
        api.on(
                P + "/many",
                pod("many", "{\"name\":\"a\"},{\"name\":\"b\"}", ",\"initContainers\":[{\"name\":\"first\"}]"));
        for (String container : new String[] {"a", "b", "first"}) {
            api.on(P + "/many/log?container=" + container, "from " + container + "\n");
        }
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String build(String name, int number) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\",\"creationTimestamp\":\"2026-11-23T05:16:02Z\",\"annotations\":"
                + "{\"openshift.io/build-config.name\":\"hello\",\"openshift.io/build.number\":\"" + number + "\"}},"
                + "\"status\":{\"phase\":\"Complete\"}}";
    }

    private static String pod(String name, String containers, String more) {
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{\"containers\":[" + containers + "]" + more
                + "},\"status\":{\"phase\":\"Running\"}}";
    }

    private Ran logs(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "logs";
        System.arraycopy(words, 0, all, 1, words.length);
        return api.s2ioc(dir, all);
    }

    @Test
    void of_a_build_config_the_newest_builds() {
        assertEquals(new Ran(0, "ten\nlines", ""), logs("bc/hello"));
        assertEquals(new Ran(0, "ten\nlines", ""), logs("buildconfigs/hello"));
    }

    @Test
    void of_a_build_config_one_by_its_number_or_the_one_before() {
        api.on(B + "/builds/hello-2/log?version=2", "two again\n");
        assertEquals(new Ran(0, "two again\n", ""), logs("bc/hello", "--version=2"));
        assertEquals(
                new Ran(1, "", "error: the build hello-7 for build config hello was not found\n"),
                logs("bc/hello", "--version=7"));
        api.on(B + "/builds/hello-10/log?previous=true", "nine\n");
        assertEquals(new Ran(0, "nine\n", ""), logs("-p", "bc/hello"));
    }

    @Test
    void of_a_build_the_part_that_is_wanted() {
        api.on(
                B + "/builds/hello-2/log?sinceSeconds=2&tailLines=3&limitBytes=100&timestamps=true",
                "2026-11-23T05:16:02Z x\n");
        assertEquals(
                new Ran(0, "2026-11-23T05:16:02Z x\n", ""),
                logs("build/hello-2", "--tail=3", "--since=1500ms", "--limit-bytes=100", "--timestamps"));
    }

    @Test
    void of_what_is_not_there() {
        api.missing(B + "/buildconfigs/none", "buildconfigs.build.openshift.io", "none");
        api.missing(B + "/builds/none", "builds.build.openshift.io", "none");
        api.missing(P + "/none", "pods", "none");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: error from server (NotFound): buildconfigs.build.openshift.io \"none\" not found in"
                                + " namespace \"demo\"\n"),
                logs("bc/none"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: error from server (NotFound): builds.build.openshift.io \"none\" not found in namespace"
                                + " \"demo\"\n"),
                logs("build/none"));
        assertEquals(
                new Ran(1, "", "error: error from server (NotFound): pods \"none\" not found in namespace \"demo\"\n"),
                logs("none"));
    }

    @Test
    void of_a_config_without_builds() {
        api.on(B + "/buildconfigs/new", "{\"metadata\":{\"name\":\"new\"}}");
        assertEquals(new Ran(1, "", "error: no builds found for \"new\"\n"), logs("bc/new"));
    }

    @Test
    void of_a_pod_its_container() {
        assertEquals(new Ran(0, "from one\n", ""), logs("one"));
        assertEquals(new Ran(0, "from one\n", ""), logs("pod/one"));
        assertEquals(new Ran(0, "from a\n", "Defaulted container \"a\" out of: a, b, first (init)\n"), logs("many"));
        assertEquals(new Ran(0, "from first\n", ""), logs("many", "-c", "first"));
        assertEquals(new Ran(0, "from b\n", ""), logs("many", "b"));
        assertEquals(
                new Ran(1, "", "error: container x is not valid for pod many out of: a, b, first (init)\n"),
                logs("many", "-c", "x"));
        assertEquals(
                new Ran(0, "[pod/many/first] from first\n[pod/many/a] from a\n[pod/many/b] from b\n", ""),
                logs("many", "--all-containers", "--prefix"));
    }

    @Test
    void of_a_deployment_the_best_pod() {
        api.on(
                "GET /apis/apps/v1/namespaces/demo/deployments/hello",
                "{\"metadata\":{\"name\":\"hello\"},\"spec\":{\"selector\":{\"matchLabels\":{\"deployment\":\"hello\"}}}}");
        api.on(
                P + "?labelSelector=deployment%3Dhello&limit=500",
                "{\"items\":[" + pod("old", "{\"name\":\"main\"}", "").replace("Running", "Failed") + ","
                        + pod("one", "{\"name\":\"main\"}", "") + "]}");
        assertEquals(new Ran(0, "from one\n", "Found 2 pods, using pod/one\n"), logs("deploy/hello"));
    }

    @Test
    void of_all_pods_with_a_label() {
        api.on(
                P + "?labelSelector=app%3Dx&limit=500",
                "{\"items\":[" + pod("one", "{\"name\":\"main\"}", "") + "," + pod("two", "{\"name\":\"main\"}", "")
                        + "]}");
        api.on(P + "/one/log?container=main&tailLines=10", "from one");
        api.refuse(P + "/two/log?container=main&tailLines=10", 400, "BadRequest", "container is waiting to start");
        assertEquals(
                new Ran(1, "from one", "Error from server (BadRequest): container is waiting to start\n"),
                logs("-l", "app=x"));
        assertEquals(
                new Ran(0, "from one", "error: two/main: container is waiting to start\n"),
                logs("-l", "app=x", "--ignore-errors"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: you are attempting to follow 2 log streams, but maximum allowed concurrency is 1, use"
                                + " --max-log-requests to increase the limit\n"),
                logs("-l", "app=x", "-f", "--max-log-requests=1"));
    }

    @Test
    void of_nothing_and_of_too_much() {
        Ran usage = new Ran(1, "", """
                        error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
                        POD or TYPE/NAME is a required argument for the logs command
                        See 's2ioc logs -h' for help and examples
                        """);
        assertEquals(usage, logs());
        assertEquals(usage, logs("a", "b", "c"));
        assertEquals(
                new Ran(1, "", "error: at most one of `sinceTime` or `sinceSeconds` may be specified\n"),
                logs("a", "--since=1s", "--since-time=2026-01-01T00:00:00Z"));
    }
}
