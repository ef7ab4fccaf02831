package dev.s2ioc.command.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set}: the patch that each of its commands sends, and what is said of it. */
class SetCommandsTest {
    private static final String BC = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs";
    private static final String IS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreams";
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments";
    private static final String MANAGER = "?fieldManager=kubectl-set";
    private static final String SB = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"sb","resourceVersion":"5"},
            "spec":{"strategy":{"type":"Docker","dockerStrategy":{}},"source":{"type":"Binary"},"output":{}}}
            """;
    private static final String FULL = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"sb"},
            "spec":{"postCommit":{"script":"x"},"output":{"pushSecret":{"name":"s1"}},
            "strategy":{"type":"Source","sourceStrategy":{"env":[{"name":"A","value":"1"},{"name":"B","value":"2"},
            {"name":"T","valueFrom":{"secretKeyRef":{"name":"s1","key":"token"}}}]}}}}
            """;

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void answerPatches() {
        api.on("PATCH " + BC + "/sb" + MANAGER, SB)
                .on("PATCH " + IS + "/foo" + MANAGER, "{\"metadata\":{\"name\":\"foo\"}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_variable() {
        api.on("GET " + BC + "/sb", SB);
        assertEquals(updated("updated"), set("env", "bc/sb", "A=B"));
        assertEquals(
                List.of(
                        "GET " + BC + "/sb",
                        patch(
                                "{\"spec\":{\"strategy\":{\"dockerStrategy\":{\"env\":[{\"name\":\"A\",\"value\":\"B\"}]}}}}")),
                api.requests());
        assertEquals(
                "application/strategic-merge-patch+json",
                api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void variables_change_in_their_place_and_new_ones_come_behind() {
        api.on("GET " + BC + "/sb", FULL);
        Ran ran = Run.in(home)
                .withInput("# from stdin\nN=1\n".getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("set", "env", "bc", "sb", "B=3", "A-", "-e", "C=x=y", "--env=-"));
        assertEquals(updated("updated"), ran);
        assertEquals(
                patch("{\"spec\":{\"strategy\":{\"sourceStrategy\":{\"env\":[{\"name\":\"B\",\"value\":\"3\"},"
                        + "{\"name\":\"T\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"s1\",\"key\":\"token\"}}},"
                        + "{\"name\":\"C\",\"value\":\"x=y\"},{\"name\":\"N\",\"value\":\"1\"}]}}}}"),
                api.requests().getLast());
    }

    @Test
    void a_variable_for_each_key_of_a_secret() {
        api.on("GET " + BC + "/sb", SB);
        api.on(
                "GET /api/v1/namespaces/demo/secrets/db",
                "{\"metadata\":{\"name\":\"db\"},\"data\":{\"user-name\":\"eA==\",\"pass\":\"eQ==\"}}");
        assertEquals(updated("updated"), set("env", "bc/sb", "--from=secret/db", "--prefix=DB_"));
        assertEquals(
                patch("{\"spec\":{\"strategy\":{\"dockerStrategy\":{\"env\":["
                        + "{\"name\":\"DB_PASS\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"db\",\"key\":\"pass\"}}},"
                        + "{\"name\":\"DB_USER_NAME\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"db\","
                        + "\"key\":\"user-name\"}}}]}}}}"),
                api.requests().getLast());
    }

    @Test
    void lists_variables() {
        api.on("GET " + BC + "/sb", FULL);
        api.on("GET /api/v1/namespaces/demo/secrets/s1", "{\"data\":{\"token\":\"aGVsbG8=\"}}");
        assertEquals(
                new Ran(0, "# buildconfigs/sb\nA=1\nB=2\n# T from secret s1, key token\n", ""),
                set("env", "bc/sb", "--list"));
        assertEquals(
                new Ran(0, "# buildconfigs/sb\nA=1\nB=2\nT=hello\n", ""), set("env", "bc/sb", "--list", "--resolve"));
    }

    @Test
    void variables_of_containers() {
        String deployment = "{\"metadata\":{\"name\":\"app\"},\"spec\":{\"template\":{\"spec\":{\"containers\":["
                + "{\"name\":\"web\"},{\"name\":\"side\",\"env\":[{\"name\":\"X\",\"value\":\"1\"}]}]}}}}";
        api.on("GET " + DEPLOY + "/app", deployment).on("PATCH " + DEPLOY + "/app" + MANAGER, deployment);
        assertEquals(
                new Ran(0, "# deployments/app, container web\n# deployments/app, container side\nX=1\n", ""),
                set("env", "deploy/app", "--list"));
        assertEquals(new Ran(0, "deployment.apps/app updated\n", ""), set("env", "deploy/app", "-c", "w*", "A=1"));
        assertEquals(
                "PATCH " + DEPLOY + "/app" + MANAGER
                        + " {\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"env\":["
                        + "{\"name\":\"A\",\"value\":\"1\"}]},{\"name\":\"side\",\"env\":[{\"name\":\"X\",\"value\":\"1\"}]}]}}}}",
                api.requests().getLast());
        assertEquals("application/merge-patch+json", api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void a_dash_alone_reads_standard_input() {
        api.on("GET " + BC + "/sb", SB);
        String[] words = api.arguments("set", "env", "bc/sb", "-");
        assertEquals(
                updated("updated"),
                Run.in(home)
                        .withInput("# from stdin\nN=1\n".getBytes(StandardCharsets.UTF_8))
                        .s2ioc(words));
        assertEquals(
                patch("{\"spec\":{\"strategy\":{\"dockerStrategy\":{\"env\":[{\"name\":\"N\",\"value\":\"1\"}]}}}}"),
                api.requests().getLast());
        assertEquals(
                new Ran(1, "", "error: standard input holds no environment variable\n"),
                Run.in(home).s2ioc(words));
    }

    @Test
    void a_selector_that_takes_nothing() {
        api.on("GET " + BC + "?labelSelector=a%3Db&limit=500", "{\"items\":[]}");
        assertEquals(new Ran(0, "", "No resources found\n"), set("env", "bc", "-l", "a=b", "A=1"));
    }

    @Test
    void variables_that_may_not_be_set() {
        api.on("GET " + BC + "/sb", FULL);
        refused("'A' already has a value (1), and --overwrite is false", "env", "bc/sb", "A=2", "--overwrite=false");
        refused("at least one environment variable must be provided", "env", "bc/sb");
        refused(
                "can not both modify and remove an environment variable in the same command: A",
                "env",
                "bc/sb",
                "A=1",
                "A-");
        refused("--from takes secret/NAME or configmap/NAME, and \"bc/x\" is neither", "env", "bc/sb", "--from=bc/x");
        refused("one or more resources must be specified as <resource> <name> or <resource>/<name>", "env", "A=1");
    }

    @Test
    void what_is_so_already_is_not_sent() {
        api.on("GET " + BC + "/sb", FULL);
        assertEquals(new Ran(0, "", "info: buildconfigs/sb was not changed\n"), set("env", "bc/sb", "A=1"));
        assertEquals(List.of("GET " + BC + "/sb"), api.requests());
    }

    @Test
    void dry_runs_and_files() throws IOException {
        api.on("GET " + BC + "/sb", SB).on("PATCH " + BC + "/sb?dryRun=All&fieldManager=kubectl-set", SB);
        assertEquals(updated("updated (dry run)"), set("env", "bc/sb", "A=B", "--dry-run=client"));
        assertEquals(updated("updated (server dry run)"), set("env", "bc/sb", "A=B", "--dry-run=server"));
        Files.writeString(
                home.resolve("bc.json"),
                "{\"kind\":\"BuildConfig\",\"apiVersion\":\"build.openshift.io/v1\","
                        + "\"metadata\":{\"name\":\"sb\"},\"spec\":{\"strategy\":{\"dockerStrategy\":{}}}}");
        assertEquals(new Ran(0, """
                        apiVersion: build.openshift.io/v1
                        kind: BuildConfig
                        metadata:
                          name: sb
                        spec:
                          strategy:
                            dockerStrategy:
                              env:
                              - name: A
                                value: B
                        """, ""), set("env", "-f", "bc.json", "--local", "-o", "yaml", "A=B"));
    }

    @Test
    void hooks() {
        api.on("GET " + BC + "/sb", SB);
        assertEquals(updated("hooks updated"), set("build-hook", "bc/sb", "--post-commit", "--script=x y"));
        assertEquals(
                patch("{\"spec\":{\"postCommit\":{\"script\":\"x y\"}}}"),
                api.requests().getLast());
        set("build-hook", "bc/sb", "--post-commit", "--command", "--", "rake", "--all");
        assertEquals(
                patch("{\"spec\":{\"postCommit\":{\"command\":[\"rake\",\"--all\"]}}}"),
                api.requests().getLast());
        set("build-hook", "bc/sb", "--post-commit", "--", "check");
        assertEquals(
                patch("{\"spec\":{\"postCommit\":{\"args\":[\"check\"]}}}"),
                api.requests().getLast());
    }

    @Test
    void a_hook_is_removed() {
        api.on("GET " + BC + "/sb", FULL);
        assertEquals(updated("hooks updated"), set("build-hook", "bc/sb", "--post-commit", "--remove"));
        assertEquals(
                patch("{\"spec\":{\"postCommit\":{\"script\":null}}}"),
                api.requests().getLast());
    }

    @Test
    void hooks_that_make_no_sense() {
        api.on("GET " + IS + "/foo", "{\"metadata\":{\"name\":\"foo\"}}");
        refused("you must specify a type of hook to set", "build-hook", "bc/sb", "--script=x");
        refused(
                "you must specify either a script or command for the build hook",
                "build-hook",
                "bc/sb",
                "--post-commit");
        refused(
                "--script and --command cannot be specified together",
                "build-hook",
                "bc/sb",
                "--post-commit",
                "--script=x",
                "--command");
        refused(
                "cannot set a build hook on imagestreams/foo: it is no BuildConfig",
                "build-hook",
                "is/foo",
                "--post-commit",
                "--script=x");
    }

    @Test
    void secrets() {
        api.on("GET " + BC + "/sb", SB);
        assertEquals(updated("secret updated"), set("build-secret", "--push", "bc/sb", "s1"));
        assertEquals(
                patch("{\"spec\":{\"output\":{\"pushSecret\":{\"name\":\"s1\"}}}}"),
                api.requests().getLast());
        set("build-secret", "--source", "bc", "sb", "secret/s2");
        assertEquals(
                patch("{\"spec\":{\"source\":{\"sourceSecret\":{\"name\":\"s2\"}}}}"),
                api.requests().getLast());
        set("build-secret", "--pull", "bc/sb", "s3");
        assertEquals(
                patch("{\"spec\":{\"strategy\":{\"dockerStrategy\":{\"pullSecret\":{\"name\":\"s3\"}}}}}"),
                api.requests().getLast());
    }

    @Test
    void a_secret_is_removed() {
        api.on("GET " + BC + "/sb", FULL);
        assertEquals(updated("secret updated"), set("build-secret", "--push", "bc/sb", "--remove"));
        assertEquals(
                patch("{\"spec\":{\"output\":{\"pushSecret\":null}}}"),
                api.requests().getLast());
        refused("specify the type of secret to set (--push, --pull, or --source)", "build-secret", "bc/sb", "s1");
        refused("specify a secret to set", "build-secret", "--push", "bc/sb");
    }

    @Test
    void image_lookup() {
        api.on("GET " + IS + "/foo", "{\"metadata\":{\"name\":\"foo\"},\"spec\":{\"lookupPolicy\":{\"local\":false}}}");
        Ran done = new Ran(0, "imagestream.image.openshift.io/foo image lookup updated\n", "");
        assertEquals(done, set("image-lookup", "is/foo"));
        assertEquals(
                "PATCH " + IS + "/foo" + MANAGER + " {\"spec\":{\"lookupPolicy\":{\"local\":true}}}",
                api.requests().getLast());
        assertEquals(done, set("image-lookup", "foo"));
        assertEquals(
                new Ran(0, "", "info: imagestreams/foo was not changed\n"),
                set("image-lookup", "foo", "--enabled=false"));
    }

    @Test
    void image_lookup_of_pods_is_an_annotation() {
        String deployment = "{\"metadata\":{\"name\":\"app\"},\"spec\":{\"template\":{\"metadata\":{}}}}";
        api.on("GET " + DEPLOY + "/app", deployment).on("PATCH " + DEPLOY + "/app" + MANAGER, deployment);
        assertEquals(new Ran(0, "deployment.apps/app image lookup updated\n", ""), set("image-lookup", "deploy/app"));
        assertEquals(
                "PATCH " + DEPLOY + "/app" + MANAGER + " {\"spec\":{\"template\":{\"metadata\":{\"annotations\":"
                        + "{\"alpha.image.policy.openshift.io/resolve-names\":\"*\"}}}}}",
                api.requests().getLast());
    }

    @Test
    void lists_image_lookup() {
        api.on(
                "GET " + IS + "?limit=500",
                "{\"items\":[{\"metadata\":{\"name\":\"long-name\"},"
                        + "\"spec\":{\"lookupPolicy\":{\"local\":true}}},{\"metadata\":{\"name\":\"b\"}}]}");
        assertEquals(new Ran(0, """
                NAME        LOCAL
                long-name   true
                b           false
                """, ""), set("image-lookup"));
    }

    private static Ran updated(String verb) {
        return new Ran(0, "buildconfig.build.openshift.io/sb " + verb + "\n", "");
    }

    private static String patch(String body) {
        return "PATCH " + BC + "/sb" + MANAGER + " " + body;
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), set(words));
    }

    private Ran set(String... words) {
        return api.s2ioc(home, Stream.concat(Stream.of("set"), Stream.of(words)).toArray(String[]::new));
    }
}
