package dev.s2ioc.command.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config set-…}, {@code delete-…}, {@code view}: a file changed piece by piece. */
class ConfigEditTest {
    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void place() {
        file = home.resolve(".kube/config");
    }

    private Ran config(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "config";
        System.arraycopy(words, 0, all, 1, words.length);
        return Run.in(home).s2ioc(all);
    }

    private void does(String said, String... words) {
        assertEquals(new Ran(0, said, ""), config(words));
    }

    private void everything() throws IOException {
        Files.writeString(home.resolve("ca.crt"), "CA");
        does("Cluster \"dev\" set.\n", "set-cluster", "dev", "--server=https://1.2.3.4:6443");
        does("Cluster \"dev\" set.\n", "set-cluster", "dev", "--certificate-authority=ca.crt");
        does("User \"me\" set.\n", "set-credentials", "me", "--token=secret");
        does("Context \"dev\" created.\n", "set-context", "dev", "--cluster=dev", "--user=me");
        does("Switched to context \"dev\".\n", "use-context", "dev");
        does("Context \"dev\" modified.\n", "set-context", "--current", "-n", "demo");
    }

    @Test
    void a_kubeconfig_grows_from_nothing_and_is_shown_without_its_secrets() throws IOException {
        everything();
        does("""
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority: %s
                    server: https://1.2.3.4:6443
                  name: dev
                contexts:
                - context:
                    cluster: dev
                    namespace: demo
                    user: me
                  name: dev
                current-context: dev
                kind: Config
                preferences: {}
                users:
                - name: me
                  user:
                    token: REDACTED
                """.formatted(home.resolve("ca.crt")), "view");
        does("secret", "view", "--raw", "-o", "jsonpath={.users[0].user.token}");
        does("Q0E=", "view", "--raw", "--flatten", "-o", "jsonpath={.clusters[0].cluster.certificate-authority-data}");
    }

    @Test
    void minify_keeps_what_belongs_to_the_context() throws IOException {
        everything();
        does(
                "Cluster \"other\" set.\n",
                "set-cluster",
                "other",
                "--server=https://5.6.7.8",
                "--insecure-skip-tls-verify");
        does("dev other", "view", "-o", "jsonpath={.clusters[*].name}");
        does("dev", "view", "--minify", "-o", "jsonpath={.clusters[*].name}");
        does("true", "view", "-o", "jsonpath={.clusters[1].cluster.insecure-skip-tls-verify}");
    }

    @Test
    void single_values() throws IOException {
        everything();
        does("Property \"clusters.dev.server\" set.\n", "set", "clusters.dev.server", "https://9.9.9.9");
        does("https://9.9.9.9", "view", "-o", "jsonpath={.clusters[0].cluster.server}");
        does("Property \"contexts.dev.namespace\" unset.\n", "unset", "contexts.dev.namespace");
        does("Property \"current-context\" unset.\n", "unset", "current-context");
        assertEquals(new Ran(1, "", "error: current-context is not set\n"), config("current-context"));
        does("Property \"users.me\" unset.\n", "unset", "users.me");
        does("NAME\n", "get-users");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unknown property \"server\": it must be current-context, or begin with clusters.,"
                                + " contexts. or users.\n"),
                config("set", "server", "x"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: error decoding input value: it is not base64; to set what is not encoded yet, use"
                                + " --set-raw-bytes\n"),
                config("set", "clusters.dev.certificate-authority-data", "not base64"));
        Path none = home.resolve("none");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: could not stat certificate-authority file " + none + ": stat " + none
                                + ": no such file or directory\n"),
                config("set-cluster", "dev", "--certificate-authority=none", "--embed-certs"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: you cannot specify a certificate authority and insecure mode at the same time\n"),
                config("set-cluster", "dev", "--certificate-authority=ca.crt", "--insecure-skip-tls-verify"));
        assertEquals(
                new Ran(1, "", "error: cannot locate context nope\n"), config("view", "--minify", "--context=nope"));
    }

    @Test
    void renaming_and_deleting() throws IOException {
        everything();
        does("Context \"dev\" renamed to \"work\".\n", "rename-context", "dev", "work");
        does("work\n", "current-context");
        assertEquals(
                new Ran(1, "", "error: cannot rename the context \"dev\", it's not in " + file + "\n"),
                config("rename-context", "dev", "x"));
        assertEquals(
                new Ran(
                        0,
                        "deleted context work from " + file + "\n",
                        "warning: this removed your active context, use \"s2ioc config use-context\" to select a"
                                + " different one\n"),
                config("delete-context", "work"));
        does("NAME\ndev\n", "get-clusters");
        does("deleted cluster dev from " + file + "\n", "delete-cluster", "dev");
        does("deleted user me from " + file + "\n", "delete-user", "me");
        assertEquals(
                new Ran(1, "", "error: cannot delete cluster dev, not in " + file + "\n"),
                config("delete-cluster", "dev"));
    }

    @Test
    void a_program_can_tell_the_credentials() {
        does(
                "User \"me\" set.\n",
                "set-credentials",
                "me",
                "--exec-command=login",
                "--exec-api-version=client.authentication.k8s.io/v1",
                "--exec-arg=a,b",
                "--exec-env=X=1",
                "--exec-interactive-mode=Never",
                "--exec-provide-cluster-info");
        does("Never true", "view", "-o", "jsonpath={.users[0].user.exec['interactiveMode','provideClusterInfo']}");
        assertEquals(
                new Ran(1, "", "error: invalid interactive mode type: must be one of Never, IfAvailable, Always\n"),
                config(
                        "set-credentials",
                        "me",
                        "--exec-command=login",
                        "--exec-api-version=client.authentication.k8s.io/v1",
                        "--exec-interactive-mode=Now"));
        does(
                "login client.authentication.k8s.io/v1 a b X=1",
                "view",
                "-o",
                "jsonpath={.users[0].user.exec.command} {.users[0].user.exec.apiVersion} {.users[0].user.exec.args[*]}"
                        + " {.users[0].user.exec.env[0].name}={.users[0].user.exec.env[0].value}");
        assertEquals(
                new Ran(1, "", "error: --exec-command is missing\n"), config("set-credentials", "me", "--exec-arg=a"));
    }

    @Test
    void a_context_is_named_or_the_current_one() {
        assertEquals(
                new Ran(1, "", "error: you must specify a non-empty context name or --current\n"),
                config("set-context"));
        assertEquals(
                new Ran(1, "", "error: you cannot specify both a context name and --current\n"),
                config("set-context", "a", "--current"));
    }
}
