package dev.s2ioc.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: what kubectl reads from files comes to be so, merged with what others have written. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlApplyEngineTest {
    private static final String MAP =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own, labels: {app: own}}\ndata: {a: '%s'}\n";
    private static final String CONFIG = """
            apiVersion: build.openshift.io/v1
            kind: BuildConfig
            metadata: {name: app, labels: {app: one}}
            spec:
              source: {binary: {}}
              strategy: {dockerStrategy: {}}
            """;
    private static final String APP = "buildconfig.build.openshift.io/app ";

    private ForeignCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new ForeignCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void it_applies_what_a_file_says() throws Exception {
        Kubectl kubectl = cluster.kubectl("applied");
        String file = kubectl.file("bc.yaml", CONFIG);
        assertEquals(APP + "created\n", kubectl.out("apply", "-f", file));
        assertEquals(APP + "unchanged\n", kubectl.out("apply", "-f", file));
        kubectl.file("bc.yaml", CONFIG.replace("one", "two"));
        Ran difference = kubectl.run("diff", "-f", file);
        assertEquals(1, difference.code());
        assertTrue(difference.out().contains("\n-    app: one\n+    app: two\n"), difference.out());
        assertEquals(APP + "configured\n", kubectl.out("apply", "-f", file));
        assertEquals(
                "NAME   TYPE     FROM     LATEST   APP\napp    Docker   Binary   0        two\n",
                kubectl.out("get", "bc", "-L", "app"));
        assertEquals("", kubectl.out("diff", "-f", file));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "The BuildConfig \"app\" is invalid: spec.runPolicy: Invalid value: \"Never\": run policy must be"
                                + " Parallel, Serial, or SerialLatestOnly\n"),
                kubectl.run("patch", "bc", "app", "--type=merge", "-p", "{\"spec\":{\"runPolicy\":\"Never\"}}"));
        assertEquals("buildconfig.build.openshift.io/app\n", kubectl.out("get", "all", "-o", "name"));
    }

    @Test
    void it_applies_on_the_server_side() throws Exception {
        Kubectl kubectl = cluster.kubectl("server-side");
        String[] apply = {"apply", "--server-side", "-f", kubectl.file("cm.yaml", MAP.formatted(1))};
        assertEquals("configmap/own serverside-applied\n", kubectl.out(apply));
        kubectl.out("patch", "cm", "own", "--field-manager=other", "-p", "{\"data\":{\"a\":\"2\"}}");
        Ran conflict = kubectl.run(apply);
        assertEquals(1, conflict.code());
        assertEquals(
                "error: Apply failed with 1 conflict: conflict with \"other\" using v1: .data.a",
                conflict.err().lines().findFirst().orElse(""));
        assertEquals(
                "configmap/own serverside-applied\n",
                kubectl.out("apply", "--server-side", "--force-conflicts", "-f", apply[3]));
        assertEquals("1", kubectl.out("get", "cm", "own", "-o", "jsonpath={.data.a}"));
    }

    @Test
    void what_it_applied_itself_it_takes_over_on_the_server_side() throws Exception {
        Kubectl kubectl = cluster.kubectl("taken-over");
        String file = kubectl.file("cm.yaml", MAP.formatted(1));
        kubectl.out("apply", "-f", file);
        kubectl.file("cm.yaml", MAP.formatted(2));
        assertEquals("configmap/own serverside-applied\n", kubectl.out("apply", "--server-side", "-f", file));
        assertEquals(
                "kubectl kubectl-last-applied Apply Apply",
                kubectl.out(
                        "get",
                        "cm",
                        "own",
                        "--show-managed-fields",
                        "-o",
                        "jsonpath={.metadata.managedFields[*].manager} {.metadata.managedFields[*].operation}"));
    }

    @Test
    void it_removes_what_the_files_no_longer_say() throws Exception {
        Kubectl kubectl = cluster.kubectl("pruned");
        String[] apply = {
            "apply",
            "-f",
            kubectl.file("cm.yaml", MAP.formatted(1)),
            "--prune",
            "-l",
            "app=own",
            "--prune-allowlist=core/v1/ConfigMap"
        };
        kubectl.out(apply);
        kubectl.file("cm.yaml", MAP.formatted(1).replace("name: own", "name: next"));
        assertEquals("configmap/next created\nconfigmap/own pruned\n", kubectl.out(apply));
    }

    @Test
    void it_refuses_misspelt_fields() throws Exception {
        Kubectl kubectl = cluster.kubectl("misspelt");
        String file = kubectl.file("bc.yaml", CONFIG.replace("spec:\n", "spec:\n  sauce: {}\n"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (BadRequest): error when creating \"" + file + "\": BuildConfig in version"
                                + " \"v1\" cannot be handled as a BuildConfig: strict decoding error: unknown field"
                                + " \"spec.sauce\"\n"),
                kubectl.run("create", "-f", file));
    }

    @Test
    void it_merges_lists_that_it_applies() throws Exception {
        Kubectl kubectl = cluster.kubectl("merged");
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bot}\nsecrets: [{name: %s}]\n";
        String file = kubectl.file("sa.yaml", account.formatted("one"));
        kubectl.out("apply", "-f", file);
        kubectl.out("patch", "sa", "bot", "-p", "{\"secrets\":[{\"name\":\"other\"}]}");
        kubectl.file("sa.yaml", account.formatted("two"));
        assertEquals("serviceaccount/bot configured\n", kubectl.out("apply", "-f", file));
        String secrets = kubectl.out("get", "sa", "bot", "-o", "jsonpath={.secrets[*].name}");
        assertEquals("other two", secrets.replaceFirst("^bot-dockercfg-[a-z0-9]{5} ", ""));
    }

    @Test
    void it_edits_and_opens_again_what_is_invalid() throws Exception {
        Kubectl kubectl = cluster.kubectl("edited");
        kubectl.out("create", "-f", kubectl.file("bc.yaml", CONFIG));
        assertEquals(
                new Ran(0, APP + "edited\n", ""),
                kubectl.edit("sed -i 's/runPolicy: .*/runPolicy: Parallel/' $1", "edit", "bc", "app"));
        assertEquals(new Ran(0, "", "Edit cancelled, no changes made.\n"), kubectl.edit("true", "edit", "bc", "app"));
        Ran reopened = kubectl.edit(
                "if grep -q 'Policy: Never' $1; then grep '^# \\*' $1; fi; sed -i 's/Policy: Parallel/Policy: Never/' $1",
                "edit",
                "bc",
                "app");
        assertEquals(1, reopened.code());
        assertEquals(
                "# * spec.runPolicy: Invalid value: \"Never\": run policy must be Parallel, Serial, or SerialLatestOnly\n",
                reopened.out());
        assertEquals("Parallel", kubectl.out("get", "bc", "app", "-o", "jsonpath={.spec.runPolicy}"));
    }

    @Test
    void it_replaces() throws Exception {
        Kubectl kubectl = cluster.kubectl("replaced");
        kubectl.out("create", "-f", kubectl.file("cm.yaml", MAP.formatted(1)));
        String old = kubectl.file("old.yaml", kubectl.out("get", "cm", "own", "-o", "yaml"));
        kubectl.out("label", "cm", "own", "x=y");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (Conflict): error when replacing \"" + old
                                + "\": Operation cannot be fulfilled on"
                                + " configmaps \"own\": the object has been modified; please apply your changes to the latest"
                                + " version and try again\n"),
                kubectl.run("replace", "-f", old));
        assertEquals(
                "configmap \"own\" deleted\nconfigmap/own replaced\n",
                kubectl.out("replace", "--force", "-f", kubectl.file("cm.yaml", MAP.formatted(2))));
    }

    @Test
    void it_applies_what_kustomize_makes() throws Exception {
        Kubectl kubectl = cluster.kubectl("customized");
        kubectl.file("k/cm.yaml", MAP.formatted(1));
        String file = kubectl.file("k/kustomization.yaml", "resources: [cm.yaml]\nnamePrefix: my-\n");
        String folder = Path.of(file).getParent().toString();
        assertEquals("configmap/my-own created\n", kubectl.out("apply", "-k", folder));
        assertEquals("configmap \"my-own\" deleted\n", kubectl.out("delete", "-k", folder));
    }
}
