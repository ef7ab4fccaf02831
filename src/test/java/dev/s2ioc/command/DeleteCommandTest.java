package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code delete}: what is sent, what is said, and when it returns. */
class DeleteCommandTest {
    private static final String BC = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs";
    private static final String IS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreams";
    private static final String BACKGROUND = " {\"propagationPolicy\":\"Background\"}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void two_objects_by_name() {
        api.on("DELETE " + BC + "/simple1", status("u1"));
        api.on("DELETE " + IS + "/simple1", status("u2"));
        api.missing("GET " + BC + "/simple1", "buildconfigs.build.openshift.io", "simple1");
        api.missing("GET " + IS + "/simple1", "imagestreams.image.openshift.io", "simple1");
        assertEquals(new Ran(0, """
                        buildconfig.build.openshift.io "simple1" deleted from demo namespace
                        imagestream.image.openshift.io "simple1" deleted from demo namespace
                        """, ""), delete("bc/simple1", "is/simple1"));
        assertEquals(
                List.of(
                        "DELETE " + BC + "/simple1" + BACKGROUND,
                        "DELETE " + IS + "/simple1" + BACKGROUND,
                        "GET " + BC + "/simple1",
                        "GET /api/v1/namespaces/demo",
                        "GET " + IS + "/simple1",
                        "GET /api/v1/namespaces/demo"),
                api.requests());
    }

    @Test
    void waits_until_the_finalizers_have_run() {
        api.on("DELETE " + BC + "/a", status("u1"));
        api.on("GET " + BC + "/a", object("a", "u1", 4));
        String watch =
                "GET " + BC + "?fieldSelector=metadata.name%3Da&watch=true&allowWatchBookmarks=true&resourceVersion=";
        api.on(watch + 4, event("MODIFIED", object("a", "u1", 5)) + event("DELETED", object("a", "u1", 6)));
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io \"a\" deleted from demo namespace\n", ""),
                delete("bc", "a"));
        assertEquals(watch + 4, api.requests().getLast());
    }

    @Test
    void an_object_of_the_same_name_that_came_later_is_not_waited_for() {
        api.on("DELETE " + BC + "/a", status("u1"));
        api.on("GET " + BC + "/a", object("a", "another", 4));
        assertEquals(0, delete("bc", "a").code());
    }

    @Test
    void does_not_wait_for_ever() {
        api.on("DELETE " + BC + "/a", status("u1"));
        api.on("GET " + BC + "/a", object("a", "u1", 4));
        api.on(
                "GET " + BC + "?fieldSelector=metadata.name%3Da&watch=true&allowWatchBookmarks=true&resourceVersion=4",
                "");
        assertEquals(
                new Ran(
                        5,
                        "buildconfig.build.openshift.io \"a\" deleted from demo namespace\n",
                        "error: timed out waiting for the condition on buildconfigs/a\n"),
                delete("bc", "a", "--timeout=300ms"));
    }

    @Test
    void what_cannot_be_watched_is_looked_at() {
        api.on("DELETE " + BC + "/a", status("u1"));
        api.on("GET " + BC + "/a", object("a", "u1", 4)).on("GET " + BC + "/a", object("a", "u1", 4));
        api.missing("GET " + BC + "/a", "buildconfigs.build.openshift.io", "a");
        api.refuse(
                "GET " + BC + "?fieldSelector=metadata.name%3Da&watch=true&allowWatchBookmarks=true&resourceVersion=4",
                405,
                "MethodNotAllowed",
                "no watching");
        assertEquals(0, delete("bc", "a").code());
    }

    @Test
    void missing_objects_do_not_keep_others() {
        api.missing("DELETE " + BC + "/none", "buildconfigs.build.openshift.io", "none");
        api.on("DELETE " + BC + "/a", status("u1"));
        assertEquals(
                new Ran(
                        1,
                        "buildconfig.build.openshift.io \"a\" deleted from demo namespace\n",
                        "Error from server (NotFound): buildconfigs.build.openshift.io \"none\" not found\n"),
                delete("bc", "none", "a", "--wait=false"));
        assertEquals(new Ran(0, "", ""), delete("bc", "none", "--ignore-not-found"));
    }

    @Test
    void by_label_over_types() {
        api.on("GET " + BC + "?labelSelector=build%3Dx&limit=500", "{\"items\":[" + object("a", "u1", 1) + "]}");
        api.on("GET " + IS + "?labelSelector=build%3Dx&limit=500", "{\"items\":[]}");
        api.on("DELETE " + BC + "/a", status("u1"));
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io/a\n", ""),
                delete("bc,is", "-l", "build=x", "-o", "name", "--wait=false"));
    }

    @Test
    void all_over_all_namespaces() {
        api.on(
                "GET /apis/build.openshift.io/v1/buildconfigs?limit=500",
                "{\"items\":[{\"metadata\":{\"name\":\"a\"," + "\"namespace\":\"other\"}}]}");
        api.on("DELETE " + BC.replace("demo", "other") + "/a", status("u1"));
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io \"a\" deleted from other namespace\n", ""),
                delete("bc", "--all", "-A", "--wait=false"));
    }

    @Test
    void nothing_found() {
        api.on("GET " + BC + "?limit=500", "{\"items\":[]}");
        assertEquals(new Ran(0, "", "No resources found\n"), delete("bc", "--all"));
    }

    @Test
    void dry_runs() {
        api.on("DELETE " + BC + "/a?dryRun=All", status("u1"));
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io \"a\" deleted from demo namespace (server dry run)\n", ""),
                delete("bc", "a", "--dry-run=server"));
        assertEquals(List.of("DELETE " + BC + "/a?dryRun=All" + BACKGROUND), api.requests());
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io \"a\" deleted from demo namespace (dry run)\n", ""),
                delete("bc", "a", "--dry-run=client"));
        assertEquals(
                new Ran(
                        0,
                        "buildconfig.build.openshift.io \"a\" deleted from demo namespace (dry run)\n",
                        "--dry-run is deprecated and can be replaced with --dry-run=client.\n"),
                delete("--dry-run", "bc", "a"));
        assertEquals(1, api.requests().size());
    }

    @Test
    void how_it_is_deleted() {
        api.on("DELETE " + BC + "/a", status("u1"));
        assertEquals(
                new Ran(
                        0,
                        "buildconfig.build.openshift.io \"a\" force deleted from demo namespace\n",
                        "Warning: Immediate deletion does not wait for confirmation that the running resource has been"
                                + " terminated. The resource may continue to run on the cluster indefinitely.\n"),
                delete("bc", "a", "--force", "--cascade=orphan"));
        delete("bc", "a", "--now", "--wait=false", "--cascade");
        delete("bc", "a", "--grace-period=0", "--wait=false", "--cascade=foreground");
        assertEquals(
                List.of(
                        "DELETE " + BC + "/a {\"propagationPolicy\":\"Orphan\",\"gracePeriodSeconds\":0}",
                        "DELETE " + BC + "/a {\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":1}",
                        "DELETE " + BC + "/a {\"propagationPolicy\":\"Foreground\",\"gracePeriodSeconds\":1}"),
                api.requests());
    }

    @Test
    void asks_first() {
        api.on("DELETE " + BC + "/a", status("u1"));
        String question = "You are about to delete the following 1 resource(s):\nbuildconfig.build.openshift.io/a\n"
                + "Do you want to continue? (y/N): ";
        assertEquals(new Ran(0, "", question + "deletion is cancelled\n"), answer("n\n"));
        assertEquals(new Ran(0, "", question + "deletion is cancelled\n"), answer(""));
        assertEquals(List.of(), api.requests());
        assertEquals(
                new Ran(0, "buildconfig.build.openshift.io \"a\" deleted from demo namespace\n", question),
                answer("y\n"));
    }

    private Ran answer(String input) {
        return Run.in(home)
                .withInput(input.getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("delete", "bc", "a", "-i", "--wait=false"));
    }

    @Test
    void from_a_file() throws Exception {
        Files.writeString(
                home.resolve("x.json"),
                "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
                        + "{\"apiVersion\":\"image.openshift.io/v1\",\"kind\":\"ImageStream\",\"metadata\":{\"name\":\"a\"}}]}");
        Files.writeString(
                home.resolve("unknown.yaml"), "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w}}");
        api.on("DELETE " + IS + "/a", status("u1"));
        assertEquals(
                new Ran(0, "imagestream.image.openshift.io \"a\" deleted from demo namespace\n", ""),
                delete("-f", "x.json", "--wait=false"));
        api.on("GET /api", "{\"versions\":[]}").on("GET /apis", "{\"groups\":[]}");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: resource mapping not found for name: \"w\" namespace: \"\" from \"unknown.yaml\": no matches for kind \"Widget\" in version \"example.com/v1\"\n"
                                + "ensure CRDs are installed first\n"),
                delete("-f", "unknown.yaml"));
    }

    @Test
    void what_files_hold_or_nothing() throws Exception {
        Files.writeString(home.resolve("empty.yaml"), "# nothing\n");
        assertEquals(new Ran(0, "", "No resources found\n"), delete("-f", "empty.yaml"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: when paths, URLs, or stdin is provided as input, you may not specify resource arguments as"
                                + " well\n"),
                delete("-f", "empty.yaml", "bc/a"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void contradictions() {
        assertEquals(
                "error: --now and --grace-period cannot be specified together\n", refused("--now", "--grace-period=3"));
        assertEquals(
                "error: --force and --grace-period greater than 0 cannot be specified together\n",
                refused("--force", "--grace-period=3"));
        assertEquals("error: setting 'all' parameter but found a non empty selector.\n", refused("--all"));
        assertEquals("error: name cannot be provided when a selector is specified\n", refused("-l", "a=b"));
        assertEquals("error: a resource cannot be retrieved by name across all namespaces\n", refused("-A"));
        assertEquals("error: unexpected -o output mode: json. We only support '-o name'\n", refused("-o", "json"));
        assertEquals(
                "error: invalid cascade value (foo). Must be \"background\", \"foreground\", or \"orphan\"\n",
                refused("--cascade=foo"));
        assertEquals(
                "error: Invalid dry-run value (foo). Must be \"none\", \"server\", or \"client\".\n",
                refused("--dry-run=foo"));
        assertEquals(new Ran(1, "", "error: resource(s) were provided, but no name was specified\n"), delete("bc"));
        assertEquals(List.of(), api.requests());
    }

    private String refused(String... flags) {
        String[] words = new String[flags.length + 2];
        words[0] = "bc";
        words[1] = "a";
        System.arraycopy(flags, 0, words, 2, flags.length);
        Ran ran = delete(words);
        assertEquals(new Ran(1, "", ran.err()), ran);
        return ran.err();
    }

    private Ran delete(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "delete";
        System.arraycopy(words, 0, all, 1, words.length);
        return api.s2ioc(home, all);
    }

    private static String status(String uid) {
        return "{\"kind\":\"Status\",\"status\":\"Success\",\"details\":{\"uid\":\"" + uid + "\"}}";
    }

    private static String object(String name, String uid, int revision) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"" + uid + "\",\"resourceVersion\":\"" + revision
                + "\"}}";
    }

    private static String event(String type, String object) {
        return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
    }
}
