package dev.s2ioc.command.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set data}, {@code deployment-hook}, {@code route-backends}, {@code selector} and {@code subject}. */
class OtherSetCommandsTest {
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String DC = "/apis/apps.openshift.io/v1/namespaces/demo/deploymentconfigs/web";
    private static final String ROUTE = "/apis/route.openshift.io/v1/namespaces/demo/routes/web";
    private static final String BINDING = "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/rolebindings/view";
    private static final String MANAGER = "?fieldManager=kubectl-set";
    private static final String TWO =
            "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"to\":{\"kind\":\"Service\",\"name\":\"a\","
                    + "\"weight\":100},\"alternateBackends\":[{\"kind\":\"Service\",\"name\":\"b\",\"weight\":0}]}}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void keys_of_a_secret() {
        serve(CORE + "secrets/s", "{\"metadata\":{\"name\":\"s\"},\"data\":{\"old\":\"eA==\"}}");
        assertEquals(new Ran(0, "secret/s data updated\n", ""), set("data", "secret/s", "pass=word", "old-"));
        sent(CORE + "secrets/s", "{\"data\":{\"pass\":\"d29yZA==\",\"old\":null}}");
    }

    @Test
    void keys_of_a_config_map() throws IOException {
        Files.writeString(home.resolve("app.conf"), "a=b\n");
        Files.write(home.resolve("raw"), new byte[] {(byte) 0xff, 0});
        serve(CORE + "configmaps/c", "{\"metadata\":{\"name\":\"c\"},\"data\":{\"raw\":\"text\"}}");
        assertEquals(
                new Ran(0, "configmap/c data updated\n", ""),
                set("data", "cm/c", "--from-file=app.conf", "--from-file=raw"));
        sent(
                CORE + "configmaps/c",
                "{\"data\":{\"app.conf\":\"a=b\\n\",\"raw\":null},\"binaryData\":{\"raw\":\"/wA=\"}}");
        refused("must add, update, or remove at least one key from this object", "data", "cm/c");
        refused("you may not remove and set the key \"x\" in the same invocation", "data", "cm/c", "x=1", "x-");
        serve(CORE + "services/x", "{\"metadata\":{\"name\":\"x\"}}");
        refused("services/x is not a config map or secret and cannot have data updated", "data", "svc/x", "a=b");
    }

    @Test
    void hooks_of_rollouts() {
        serve(DC, dc("Rolling", "\"rollingParams\":{\"post\":{\"failurePolicy\":\"Abort\"}}"));
        Ran updated = new Ran(0, "deploymentconfig.apps.openshift.io/web hooks updated\n", "");
        assertEquals(
                updated,
                set(
                        "deployment-hook",
                        "web",
                        "--pre",
                        "-e",
                        "A=b",
                        "--volumes=v",
                        "--failure-policy=retry",
                        "--",
                        "do",
                        "it"));
        sent(
                DC,
                "{\"spec\":{\"strategy\":{\"rollingParams\":{\"pre\":{\"failurePolicy\":\"Retry\",\"execNewPod\":"
                        + "{\"command\":[\"do\",\"it\"],\"containerName\":\"app\",\"env\":[{\"name\":\"A\",\"value\":\"b\"}],"
                        + "\"volumes\":[\"v\"]}}}}}}");
        assertEquals(updated, set("deployment-hook", "dc/web", "--remove", "--post"));
        sent(DC, "{\"spec\":{\"strategy\":{\"rollingParams\":{\"post\":null}}}}");
        refused("you must specify a command for the deployment hook", "deployment-hook", "web", "--pre");
        refused("you must specify one of --pre, --mid, or --post", "deployment-hook", "web", "--", "x");
        refused(
                "deploymentconfigs/web has the strategy Rolling, and only Recreate has a hook in the middle",
                "deployment-hook",
                "web",
                "--mid",
                "--",
                "x");
        refused(
                "deploymentconfigs/web does not have a volume named \"w\"",
                "deployment-hook",
                "web",
                "--pre",
                "--volumes=w",
                "--",
                "x");
    }

    @Test
    void a_hook_in_the_middle() {
        serve(DC, dc("Recreate", "\"recreateParams\":{}"));
        set("deployment-hook", "web", "--mid", "--", "x");
        sent(
                DC,
                "{\"spec\":{\"strategy\":{\"recreateParams\":{\"mid\":{\"failurePolicy\":\"Ignore\",\"execNewPod\":"
                        + "{\"command\":[\"x\"],\"containerName\":\"app\"}}}}}}");
    }

    @Test
    void services_behind_a_route() {
        serve(ROUTE, TWO);
        assertEquals(new Ran(0, """
                NAME        KIND     TO  WEIGHT
                routes/web  Service  a   100 (100%)
                routes/web  Service  b   0 (0%)
                """, ""), set("route-backends", "web"));
        assertEquals(
                new Ran(0, "route.route.openshift.io/web backends updated\n", ""),
                set("route-backends", "web", "c=2", "d=1"));
        sent(
                ROUTE,
                "{\"spec\":{\"to\":{\"name\":\"c\",\"weight\":2},\"alternateBackends\":[{\"kind\":\"Service\","
                        + "\"name\":\"d\",\"weight\":1}]}}");
        set("route-backends", "web", "--adjust", "b=+10%");
        sent(
                ROUTE,
                "{\"spec\":{\"to\":{\"weight\":90},\"alternateBackends\":[{\"kind\":\"Service\",\"name\":\"b\","
                        + "\"weight\":10}]}}");
        set("route-backends", "web", "--adjust", "b=7");
        sent(ROUTE, "{\"spec\":{\"alternateBackends\":[{\"kind\":\"Service\",\"name\":\"b\",\"weight\":7}]}}");
        set("route-backends", "web", "--zero");
        sent(ROUTE, "{\"spec\":{\"to\":{\"weight\":0}}}");
        set("route-backends", "web", "a=1");
        sent(ROUTE, "{\"spec\":{\"to\":{\"weight\":1},\"alternateBackends\":null}}");
    }

    @Test
    void weights_that_make_no_sense() {
        serve(ROUTE, TWO);
        refused("only one backend may be specified when adjusting", "route-backends", "web", "--adjust");
        refused("invalid argument \"a=x\": WEIGHT must be a number", "route-backends", "web", "a=x");
        refused("all backends must either be percentages or weights", "route-backends", "web", "a=1", "b=2%");
        refused(
                "backend \"x\" is not in the list of backends of routes/web (a, b)",
                "route-backends",
                "web",
                "--adjust",
                "x=1");
    }

    @Test
    void which_pods_a_service_is_for() throws IOException {
        Files.createDirectories(home.resolve("services/below"));
        Files.writeString(
                home.resolve("services/below/deep.yaml"), "{apiVersion: v1, kind: Service, metadata: {name: deep}}");
        serve(CORE + "services/x", "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"selector\":{\"app\":\"old\"}}}");
        assertEquals(new Ran(0, "service/x selector updated\n", ""), set("selector", "svc/x", "a=b,c=d"));
        sent(CORE + "services/x", "{\"spec\":{\"selector\":{\"a\":\"b\",\"c\":\"d\",\"app\":null}}}");
        refused(
                "a service's selector is a list of LABEL=VALUE, and \"a in (b)\" is none",
                "selector",
                "svc/x",
                "a in (b)");
        Ran below = set("selector", "-f", "services", "a=b", "--local", "-o", "name");
        assertEquals(new Ran(0, "service/deep\n", ""), below);
        Ran above = set("selector", "-f", "services", "--recursive=false", "a=b", "--local", "-o", "name");
        assertEquals(1, above.code());
        refused("one selector is required, as in app=hello,tier=web", "selector");
    }

    @Test
    void who_has_a_role() {
        String user = "{\"kind\":\"User\",\"name\":\"ada\",\"apiGroup\":\"rbac.authorization.k8s.io\"}";
        serve(BINDING, "{\"metadata\":{\"name\":\"view\"},\"subjects\":[" + user + "]}");
        assertEquals(
                new Ran(0, "rolebinding.rbac.authorization.k8s.io/view subjects updated\n", ""),
                set("subject", "rolebinding/view", "--user=ada", "--user=bob", "--serviceaccount=:robot"));
        sent(
                BINDING,
                "{\"subjects\":[" + user + "," + user.replace("ada", "bob")
                        + ",{\"kind\":\"ServiceAccount\",\"name\":\"robot\",\"namespace\":\"demo\"}]}");
        refused(
                "serviceaccount must be <namespace>:<name>, and \"x\" is not",
                "subject",
                "rolebinding/view",
                "--serviceaccount=x");
        refused("you must specify at least one value of user, group or serviceaccount", "subject", "rolebinding/view");
    }

    private static String dc(String strategy, String parameters) {
        return "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"strategy\":{\"type\":\"" + strategy + "\"," + parameters
                + "},\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\"}],\"volumes\":[{\"name\":\"v\"}]}}}}";
    }

    @Test
    void users_are_listed_where_they_are_meant() {
        for (String words : new String[] {"set subject", "create rolebinding x", "create clusterrolebinding x"}) {
            Ran help = Run.in(home).s2ioc((words + " --help").split(" "));
            assertEquals(true, help.out().matches("(?s).*--user=NAME +A user; may be repeated.*"), help.out());
        }
        assertEquals(false, Run.in(home).s2ioc("set", "data", "--help").out().contains("--user"));
    }

    private void serve(String path, String object) {
        api.on("GET " + path, object).on("PATCH " + path + MANAGER, object);
    }

    private void sent(String path, String body) {
        assertEquals("PATCH " + path + MANAGER + " " + body, api.requests().getLast());
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), set(words));
    }

    private Ran set(String... words) {
        return api.s2ioc(home, Stream.concat(Stream.of("set"), Stream.of(words)).toArray(String[]::new));
    }
}
