package dev.s2ioc.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files count, and which entry of which file. */
class KubeconfigTest {
    @TempDir
    Path home;

    KubeconfigFiles files;

    @BeforeEach
    void files() {
        files = new KubeconfigFiles(home);
    }

    @Test
    void the_home_directory_s_file_counts_when_nothing_else_is_named() throws IOException {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        ClientConfig config = files.load().resolve(Overrides.NONE);
        assertEquals(URI.create("https://a.example.com:6443"), config.server());
        assertEquals("ns-of-a", config.namespace());
        assertEquals(Optional.of("a"), config.context());
        assertEquals(Optional.of("token-of-a"), config.credentials().bearerToken());
    }

    @Test
    void the_environment_s_list_replaces_the_home_directory_s_file() throws IOException {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        files.write("b", KubeconfigFiles.single("b"));
        files.write("c", KubeconfigFiles.single("c"));
        Kubeconfig merged = files.load(Map.of("KUBECONFIG", "missing:b:c"));
        assertEquals(List.of("b", "c"), merged.contextNames());
        assertEquals(Optional.of("b"), merged.currentContext());
    }

    @Test
    void the_flag_s_file_stands_alone() throws IOException {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        Path other = files.write("other", KubeconfigFiles.single("other"));
        assertEquals(List.of("other"), files.load(other).contextNames());
    }

    @Test
    void the_flag_s_file_must_exist() {
        Kubeconfig kubeconfig = files.load(home.resolve("nosuch"));
        assertEquals(
                "stat " + home + "/nosuch: no such file or directory",
                assertThrows(KubeconfigException.class, () -> kubeconfig.resolve(Overrides.NONE))
                        .getMessage());
    }

    @Test
    void of_entries_with_one_name_the_first_file_s_counts_whole() throws IOException {
        files.write("one", """
                clusters:
                - name: x
                  cluster: {server: "https://one:1"}
                contexts:
                - name: x
                  context: {cluster: x, user: x}
                """);
        files.write("two", """
                clusters:
                - name: x
                  cluster: {server: "https://two:2", insecure-skip-tls-verify: true}
                contexts:
                - name: x
                  context: {cluster: x, user: x, namespace: two}
                users:
                - name: x
                  user: {token: from-two}
                current-context: x
                """);
        ClientConfig config = files.load(Map.of("KUBECONFIG", "one:two")).resolve(Overrides.NONE);
        assertEquals(URI.create("https://one:1"), config.server());
        assertEquals(false, config.tls().insecure());
        assertEquals("default", config.namespace());
        assertEquals(Optional.of("from-two"), config.credentials().bearerToken());
    }

    @Test
    void relative_paths_start_at_their_own_file() throws IOException {
        files.write("deep/down/ca.pem", "deep");
        files.write("deep/config", """
                clusters:
                - name: x
                  cluster: {server: "https://x:1", certificate-authority: down/ca.pem}
                contexts:
                - name: x
                  context: {cluster: x}
                current-context: x
                """);
        ClientConfig config =
                files.load(Map.of("KUBECONFIG", "other:deep/config")).resolve(Overrides.NONE);
        assertEquals("deep", new String(config.tls().authorities().orElseThrow()));
    }

    @Test
    void nothing_configured_names_the_next_step() {
        assertEquals(
                """
                Missing or incomplete configuration info.  Please point to an existing, complete config file:


                  1. Via the command-line flag --kubeconfig
                  2. Via the KUBECONFIG environment variable
                  3. In your home directory as ~/.kube/config

                To view or setup config directly use the 'config' command.
                To use a cluster, log in with 's2ioc login URL'; to start one on this machine, run 's2ioc cluster up'.""",
                assertThrows(KubeconfigException.class, () -> files.load().resolve(Overrides.NONE))
                        .getMessage());
    }

    @Test
    void inside_a_pod_its_own_cluster_is_used() throws IOException {
        files.write("pod/token", "pod-token\n");
        files.write("pod/namespace", "pod-ns");
        files.write("pod/ca.crt", "pod-ca");
        Map<String, String> environment =
                Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443");
        ClientConfig config = files.load(environment).resolve(Overrides.NONE);
        assertEquals(URI.create("https://[fd00::1]:443"), config.server());
        assertEquals("pod-ns", config.namespace());
        assertEquals("pod-ca", new String(config.tls().authorities().orElseThrow()));
        assertEquals(Optional.of("pod-token"), config.credentials().bearerToken());
        files.write("pod/token", "renewed");
        assertEquals(Optional.of("renewed"), config.credentials().bearerToken());
    }

    @Test
    void inside_a_pod_a_kubeconfig_still_goes_first() throws IOException {
        files.write("pod/token", "pod-token");
        files.write(".kube/config", KubeconfigFiles.single("a"));
        Map<String, String> environment =
                Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1", "KUBERNETES_SERVICE_PORT", "443");
        ClientConfig config = files.load(environment).resolve(Overrides.NONE);
        assertEquals(URI.create("https://a.example.com:6443"), config.server());
        assertEquals(Optional.of("token-of-a"), config.credentials().bearerToken());
    }

    @Test
    void a_file_that_is_not_yaml_is_named_with_the_line() throws IOException {
        Path file = files.write(".kube/config", "clusters:\n- name: [\n");
        assertEquals(
                "error loading config file \"" + file
                        + "\": yaml: line 3: expected the node content, but found '<stream end>'",
                assertThrows(KubeconfigException.class, files::load).getMessage());
    }

    @Test
    void a_file_that_holds_something_else_is_refused() throws IOException {
        Path file = files.write(".kube/config", "hello");
        assertEquals(
                "error loading config file \"" + file + "\": it is not a kubeconfig",
                assertThrows(KubeconfigException.class, files::load).getMessage());
    }

    @Test
    void an_empty_file_is_no_configuration() throws IOException {
        Files.createDirectories(home.resolve(".kube"));
        files.write(".kube/config", "");
        assertEquals(List.of(), files.load().contextNames());
    }
}
