package dev.s2ioc.command.adm;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adm build-chain} and {@code adm prune}: what they find, list and delete. */
class AdmCommandsTest {
    private static final String GROUP = "/apis/build.openshift.io/v1";
    private static final String CONFIGS = GROUP + "/namespaces/demo/buildconfigs?limit=500";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_chain() {
        serveChain();
        assertEquals(
                new Ran(
                        0,
                        "istag/base:latest\n\tbc/app\n\t\tistag/app:latest\n\t\t\tbc/site\n\t\t\t\tistag/site:1\n",
                        ""),
                adm("build-chain", "base"));
        assertEquals(
                new Ran(
                        0,
                        "istag/base:latest\n\tbc/app\n\t\tistag/app:latest\n\t\t\tbc/site\n\t\t\t\tistag/site:1\n"
                                + "\tbc/tool\n\t\tistag/tool:latest\n",
                        ""),
                adm("build-chain", "istag/base:latest", "--trigger-only=false"));
        assertEquals(
                new Ran(
                        0,
                        "istag/site:1\n\tbc/site\n\t\tistag/app:latest\n\t\t\tbc/app\n\t\t\t\tistag/base:latest\n",
                        ""),
                adm("build-chain", "site:1", "--reverse"));
    }

    @Test
    void a_chain_over_all_projects() {
        serveChain();
        api.on(
                "GET /apis/project.openshift.io/v1/projects?limit=500",
                "{\"items\":[{\"metadata\":{\"name\":\"demo\"}},{\"metadata\":{\"name\":\"other\"}}]}");
        api.on(
                "GET " + GROUP + "/namespaces/other/buildconfigs?limit=500",
                "{\"items\":["
                        + config(
                                        "x",
                                        "{\"from\":{\"kind\":\"ImageStreamTag\",\"namespace\":\"demo\",\"name\":\"site:1\"}}",
                                        true,
                                        "x:1")
                                .replace("\"namespace\":\"demo\"}", "\"namespace\":\"other\"}")
                        + "]}");
        assertEquals(
                new Ran(0, "<demo istag/site:1>\n\t<other bc/x>\n\t\t<other istag/x:1>\n", ""),
                adm("build-chain", "site:1", "--all"));
    }

    @Test
    void a_chain_as_a_graph() {
        serveChain();
        assertEquals(new Ran(0, """
                digraph "app:latest" {
                  1 [label="istag/app:latest"];
                  2 [label="bc/site"];
                  3 [label="istag/site:1"];
                  1 -> 2;
                  2 -> 3;
                }
                """, ""), adm("build-chain", "app", "-o", "dot"));
    }

    @Test
    void what_has_no_chain() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: Must pass an image stream tag. If only an image stream name is specified, 'latest' will be"
                                + " used for the tag.\nSee 's2ioc adm build-chain -h' for help and examples\n"),
                adm("build-chain"));
        serveChain();
        String tags = "/apis/image.openshift.io/v1/namespaces/demo/imagestreamtags/";
        api.on("GET " + tags + "lone:1", "{}")
                .missing("GET " + tags + "none:latest", "imagestreamtags.image.openshift.io", "none:latest");
        assertEquals(
                new Ran(0, "Image stream tag \"lone:1\" in \"demo\" doesn't have any dependencies.\n", ""),
                adm("build-chain", "lone:1"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (NotFound): imagestreamtags.image.openshift.io \"none:latest\" not found\n"),
                adm("build-chain", "none"));
        assertEquals(
                new Ran(1, "", "error: output must be either empty or 'dot'\n"), adm("build-chain", "x", "-o", "json"));
    }

    @Test
    void an_image_that_is_built_from_itself() {
        api.on("GET " + CONFIGS, "{\"items\":[" + config("a", from("a:latest"), true, "a:latest") + "]}");
        assertEquals(
                new Ran(0, "istag/a:latest\n\tbc/a\n", "warning: istag/a:latest is built from itself\n"),
                adm("build-chain", "a"));
    }

    @Test
    void old_builds() {
        serveBuilds();
        assertEquals(
                new Ran(
                        0,
                        "NAMESPACE   NAME\ndemo        gone-1\ndemo        app-1\ndemo        app-3\n",
                        "Dry run enabled - no modifications will be made. Add --confirm to remove builds\n"),
                prune("builds", "--keep-complete=1", "--keep-failed=0", "--orphans"));
        assertEquals(
                new Ran(0, "", "Dry run enabled - no modifications will be made. Add --confirm to remove builds\n"),
                prune("builds"));
    }

    @Test
    void old_builds_are_removed_when_that_is_confirmed() {
        serveBuilds();
        String builds = GROUP + "/namespaces/demo/builds/";
        api.on("DELETE " + builds + "app-1", "{}").on("DELETE " + builds + "app-3", "{}");
        assertEquals(
                new Ran(0, "NAMESPACE   NAME\ndemo        app-1\ndemo        app-3\n", ""),
                prune("builds", "--keep-complete=1", "--keep-failed=0", "--confirm"));
        assertEquals(
                List.of(
                        "GET " + GROUP + "/buildconfigs?limit=500",
                        "GET " + GROUP + "/builds?limit=500",
                        "DELETE " + builds + "app-1 {}",
                        "DELETE " + builds + "app-3 {}"),
                api.requests());
    }

    @Test
    void numbers_that_make_no_sense() {
        assertEquals(
                new Ran(1, "", "error: --keep-complete must be greater than or equal to 0\n"),
                prune("builds", "--keep-complete=-1"));
    }

    @Test
    void old_deployments() {
        api.on(
                "GET /apis/apps.openshift.io/v1/deploymentconfigs?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"web\"}}]}");
        String controller = "{\"metadata\":{\"namespace\":\"demo\",\"name\":\"web-N\",\"creationTimestamp\":"
                + "\"2026-01-01T0N:00:00Z\",\"annotations\":{\"openshift.io/deployment-config.name\":\"web\","
                + "\"openshift.io/deployment.phase\":\"Complete\"}},\"spec\":{\"replicas\":R}}";
        api.on(
                "GET /api/v1/replicationcontrollers?limit=500",
                "{\"items\":[" + controller.replace("N", "1").replace("R", "0") + ","
                        + controller.replace("N", "2").replace("R", "0") + ","
                        + controller.replace("N", "3").replace("R", "1") + "]}");
        assertEquals(
                new Ran(
                        0,
                        "NAMESPACE   NAME\ndemo        web-1\n",
                        "Dry run enabled - no modifications will be made. Add --confirm to remove deployments\n"),
                prune("deployments", "--keep-complete=1"));
    }

    @Test
    void old_replica_sets() {
        api.on("GET /apis/apps.openshift.io/v1/deploymentconfigs?limit=500", "{\"items\":[]}");
        api.on("GET /api/v1/replicationcontrollers?limit=500", "{\"items\":[]}");
        api.on(
                "GET /apis/apps/v1/deployments?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"web\"}}]}");
        String set = "{\"metadata\":{\"namespace\":\"demo\",\"name\":\"web-N\",\"creationTimestamp\":"
                + "\"2026-01-01T0N:00:00Z\",\"ownerReferences\":[{\"kind\":\"Deployment\",\"name\":\"web\"}]},"
                + "\"spec\":{\"replicas\":R},\"status\":{\"replicas\":R}}";
        api.on(
                "GET /apis/apps/v1/replicasets?limit=500",
                "{\"items\":[" + set.replace("N", "1").replace("R}", "0}") + ","
                        + set.replace("N", "2").replace("R}", "0}") + ","
                        + set.replace("N", "3").replace("R}", "1}") + "]}");
        api.on("DELETE /apis/apps/v1/namespaces/demo/replicasets/web-1", "{}");
        assertEquals(
                new Ran(0, "NAMESPACE   NAME\ndemo        web-1\n", ""),
                prune("deployments", "--keep-complete=1", "--replica-sets", "--confirm"));
    }

    private void serveChain() {
        api.on(
                "GET " + CONFIGS,
                "{\"items\":[" + config("app", from("base:latest"), true, "app:latest") + ","
                        + config("site", from("app:latest"), true, "site:1") + ","
                        + config("tool", from("base:latest"), false, "tool:latest") + "]}");
    }

    private static String from(String tag) {
        return "{\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"" + tag + "\"}}";
    }

    private static String config(String name, String strategy, boolean trigger, String output) {
        return "{\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"demo\"},\"spec\":{\"strategy\":{\"dockerStrategy\":"
                + strategy + "},\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"" + output
                + "\"}},\"triggers\":["
                + (trigger ? "{\"type\":\"ImageChange\",\"imageChange\":{}}" : "") + "]}}";
    }

    private void serveBuilds() {
        api.on(
                "GET " + GROUP + "/buildconfigs?limit=500",
                "{\"items\":[{\"metadata\":{\"namespace\":\"demo\",\"name\":\"app\"}}]}");
        api.on(
                "GET " + GROUP + "/builds?limit=500",
                "{\"items\":[" + build("app-1", "app", "01", "Complete") + "," + build("app-2", "app", "02", "Complete")
                        + "," + build("app-3", "app", "01", "Failed") + "," + build("app-4", "app", "03", "Running")
                        + ","
                        + build("app-5", "app", "11:30", "Cancelled") + "," + build("gone-1", "gone", "01", "Error")
                        + "]}");
    }

    private static String build(String name, String config, String time, String phase) {
        return "{\"metadata\":{\"namespace\":\"demo\",\"name\":\"" + name + "\",\"creationTimestamp\":\"2026-01-01T"
                + (time + ":00:00").substring(0, 5) + ":00Z\"},\"status\":{\"phase\":\"" + phase
                + "\",\"config\":{\"name\":\"" + config + "\"}}}";
    }

    private Ran adm(String... words) {
        return api.s2ioc(home, Stream.concat(Stream.of("adm"), Stream.of(words)).toArray(String[]::new));
    }

    /** Over all namespaces, at noon. */
    private Ran prune(String... words) {
        String[] all = Stream.concat(Stream.of("--server=" + api.url(), "adm", "prune"), Stream.of(words))
                .toArray(String[]::new);
        return Run.in(home, Map.of(), NOON).s2ioc(all);
    }
}
