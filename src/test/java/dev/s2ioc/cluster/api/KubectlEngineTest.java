package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: kubectl finds in the local cluster what it finds in any other. */
@Timeout(120)
class KubectlEngineTest {
    @TempDir
    Path directory;

    private TestCluster cluster;
    private Path kubeconfig;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        cluster = new TestCluster(
                directory.resolve("cluster"),
                machinery -> machinery
                        .kinds()
                        .add(new StoredResource(machinery, new BuildConfigKind()))
                        .add(new StoredResource(machinery, new BuildKind())));
        Path authority = Files.writeString(directory.resolve("ca.crt"), cluster.server.authorityPem());
        kubeconfig = Files.writeString(
                directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: local
                contexts:
                - name: local
                  context: {cluster: local, user: developer, namespace: demo}
                clusters:
                - name: local
                  cluster: {server: "%s", certificate-authority: "%s"}
                users:
                - name: developer
                  user: {token: "%s"}
                """.formatted(cluster.server.url(), authority, cluster.developer));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void it_creates_gets_changes_and_deletes() throws Exception {
        assertEquals(
                new Ran(0, "configmap/cfg created\n", ""), kubectl("create", "configmap", "cfg", "--from-literal=a=1"));
        assertEquals(
                new Ran(0, "secret/key created\n", ""),
                kubectl("create", "secret", "generic", "key", "--from-literal=a=1"));
        assertEquals(new Ran(0, "configmap/cfg labeled\n", ""), kubectl("label", "configmap", "cfg", "app=x"));
        assertEquals(
                new Ran(0, "configmap/cfg patched\n", ""),
                kubectl("patch", "configmap", "cfg", "-p", "{\"data\":{\"b\":\"2\"}}"));
        assertEquals(
                new Ran(0, "{\"a\":\"1\",\"b\":\"2\"} {\"app\":\"x\"}", ""),
                kubectl("get", "configmap", "cfg", "-o", "jsonpath={.data} {.metadata.labels}"));
        assertEquals(new Ran(0, "configmap/cfg\n", ""), kubectl("get", "cm", "-l", "app in (x,y)", "-o", "name"));
        assertEquals(new Ran(0, "configmap/cfg\n", ""), kubectl("delete", "cm", "cfg", "-o", "name"));
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): configmaps \"cfg\" not found\n"),
                kubectl("get", "cm", "cfg"));
    }

    @Test
    void it_applies_what_a_file_says() throws Exception {
        Path file = directory.resolve("bc.yaml");
        String config = """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app, labels: {app: one}}
                spec:
                  source: {binary: {}}
                  strategy: {dockerStrategy: {}}
                """;
        Files.writeString(file, config);
        String name = "buildconfig.build.openshift.io/app ";
        assertEquals(new Ran(0, name + "created\n", ""), kubectl("apply", "-f", file.toString()));
        assertEquals(new Ran(0, name + "unchanged\n", ""), kubectl("apply", "-f", file.toString()));
        Files.writeString(file, config.replace("one", "two"));
        assertEquals(new Ran(0, name + "configured\n", ""), kubectl("apply", "-f", file.toString()));
        assertEquals(
                new Ran(0, "NAME   TYPE     FROM     LATEST   APP\napp    Docker   Binary   0        two\n", ""),
                kubectl("get", "bc", "-L", "app"));
        assertEquals(new Ran(0, "", ""), kubectl("diff", "-f", file.toString()));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "The BuildConfig \"app\" is invalid: spec.runPolicy: Invalid value: \"Never\": run policy must be"
                                + " Parallel, Serial, or SerialLatestOnly\n"),
                kubectl("patch", "bc", "app", "--type=merge", "-p", "{\"spec\":{\"runPolicy\":\"Never\"}}"));
        assertEquals(new Ran(0, "buildconfig.build.openshift.io/app\n", ""), kubectl("get", "all", "-o", "name"));
    }

    @Test
    void it_applies_on_the_server_side() throws Exception {
        Path file = directory.resolve("cm.yaml");
        String config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: own}\ndata: {a: '%s'}\n";
        String[] apply = {"apply", "--server-side", "-f", file.toString()};
        Files.writeString(file, config.formatted(1));
        assertEquals(new Ran(0, "configmap/own serverside-applied\n", ""), kubectl(apply));
        assertEquals(
                new Ran(0, "configmap/own patched\n", ""),
                kubectl("patch", "cm", "own", "--field-manager=other", "-p", "{\"data\":{\"a\":\"2\"}}"));
        Ran conflict = kubectl(apply);
        assertEquals(1, conflict.code());
        assertEquals(
                "error: Apply failed with 1 conflict: conflict with \"other\" using v1: .data.a",
                conflict.err().lines().findFirst().orElse(""));
        assertEquals(
                new Ran(0, "configmap/own serverside-applied\n", ""),
                kubectl("apply", "--server-side", "--force-conflicts", "-f", file.toString()));
        assertEquals(new Ran(0, "1", ""), kubectl("get", "cm", "own", "-o", "jsonpath={.data.a}"));
    }

    @Test
    void what_it_applied_itself_it_takes_over_on_the_server_side() throws Exception {
        Path file = directory.resolve("cm.yaml");
        String config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: moved}\ndata: {a: '%s'}\n";
        Files.writeString(file, config.formatted(1));
        kubectl("apply", "-f", file.toString());
        Files.writeString(file, config.formatted(2));
        assertEquals(
                new Ran(0, "configmap/moved serverside-applied\n", ""),
                kubectl("apply", "--server-side", "-f", file.toString()));
        assertEquals(
                new Ran(0, "kubectl kubectl-last-applied Apply Apply", ""),
                kubectl(
                        "get",
                        "cm",
                        "moved",
                        "--show-managed-fields",
                        "-o",
                        "jsonpath={.metadata.managedFields[*].manager} {.metadata.managedFields[*].operation}"));
    }

    @Test
    void it_explains_fields() throws Exception {
        Ran explained = kubectl("explain", "buildconfig.spec.strategy");
        assertEquals("", explained.err());
        assertEquals(
                """
                GROUP:      build.openshift.io
                KIND:       BuildConfig
                VERSION:    v1

                FIELD: strategy <BuildStrategy>


                DESCRIPTION:
                    How it is built.
                    How a build makes its image; exactly one of the strategies.""",
                explained
                        .out()
                        .substring(0, explained.out().indexOf("\nFIELDS:"))
                        .stripTrailing());
    }

    @Test
    void it_refuses_misspelt_fields() throws Exception {
        Path file = directory.resolve("bc.yaml");
        Files.writeString(file, """
                apiVersion: build.openshift.io/v1
                kind: BuildConfig
                metadata: {name: app}
                spec: {sauce: {}, source: {binary: {}}, strategy: {dockerStrategy: {}}}
                """);
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (BadRequest): error when creating \"" + file + "\": BuildConfig in version"
                                + " \"v1\" cannot be handled as a BuildConfig: strict decoding error: unknown field"
                                + " \"spec.sauce\"\n"),
                kubectl("create", "-f", file.toString()));
    }

    @Test
    void it_merges_lists_that_it_applies() throws Exception {
        Path file = directory.resolve("sa.yaml");
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bot}\nsecrets: [{name: %s}]\n";
        Files.writeString(file, account.formatted("one"));
        kubectl("apply", "-f", file.toString());
        kubectl("patch", "sa", "bot", "-p", "{\"secrets\":[{\"name\":\"other\"}]}");
        Files.writeString(file, account.formatted("two"));
        assertEquals(new Ran(0, "serviceaccount/bot configured\n", ""), kubectl("apply", "-f", file.toString()));
        assertEquals(new Ran(0, "other two", ""), kubectl("get", "sa", "bot", "-o", "jsonpath={.secrets[*].name}"));
    }

    @Test
    void it_gets_tokens_of_service_accounts() throws Exception {
        Ran token = kubectl("create", "token", "default");
        assertEquals("", token.err());
        assertEquals(
                new Ran(0, "system:serviceaccount:demo:default", ""),
                kubectl(
                        "auth",
                        "whoami",
                        "--token=" + token.out().strip(),
                        "-o",
                        "jsonpath={.status.userInfo.username}"));
        assertEquals(
                new Ran(1, "", "error: failed to create token: serviceaccounts \"nobody\" not found\n"),
                kubectl("create", "token", "nobody"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: failed to create token: TokenRequest.authentication.k8s.io \"default\" is invalid:"
                                + " spec.expirationSeconds: Invalid value: 60: may not specify a duration less than 10"
                                + " minutes\n"),
                kubectl("create", "token", "default", "--duration=1m"));
    }

    @Test
    void it_sees_which_resources_there_are() throws Exception {
        assertEquals(new Ran(0, """
                        NAME           SHORTNAMES   APIVERSION              NAMESPACED   KIND          VERBS                                                        CATEGORIES
                        buildconfigs   bc           build.openshift.io/v1   true         BuildConfig   create,delete,deletecollection,get,list,patch,update,watch   all
                        builds                      build.openshift.io/v1   true         Build         create,delete,deletecollection,get,list,patch,update,watch   all
                        """, ""), kubectl("api-resources", "--api-group=build.openshift.io", "-o", "wide"));
    }

    @Test
    void it_knows_who_it_is_and_what_it_may_do() throws Exception {
        assertEquals(
                new Ran(0, "developer", ""), kubectl("auth", "whoami", "-o", "jsonpath={.status.userInfo.username}"));
        assertEquals(new Ran(0, "yes\n", ""), kubectl("auth", "can-i", "create", "builds"));
        assertEquals(new Ran(1, "no\n", ""), kubectl("auth", "can-i", "create", "builds", "-n", "default"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (Forbidden): configmaps is forbidden: User \"developer\" cannot list resource"
                                + " \"configmaps\" in API group \"\" in the namespace \"nosuchns\"\n"),
                kubectl("get", "cm", "-n", "nosuchns"));
    }

    @Test
    void it_watches() throws Exception {
        kubectl("create", "configmap", "first");
        Process watching = start("get", "configmaps", "-w", "-o", "name");
        try (var lines = watching.inputReader()) {
            assertEquals("configmap/first", lines.readLine());
            kubectl("create", "configmap", "second");
            assertEquals("configmap/second", lines.readLine());
        } finally {
            watching.destroy();
        }
    }

    @Test
    void it_waits_for_a_deletion() throws Exception {
        kubectl("create", "configmap", "gone");
        Process waiting = start("wait", "--for=delete", "configmap/gone", "--timeout=30s");
        kubectl("delete", "configmap", "gone");
        try (var lines = waiting.inputReader()) {
            String line = lines.readLine();
            assertEquals(true, line == null || line.equals("configmap/gone condition met"), line);
        }
        assertEquals(0, waiting.waitFor());
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", directory.toString());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Ran kubectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", directory.toString());
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("kubectl " + List.of(arguments) + " did not end: " + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
