package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: kubectl finds in the local cluster what it finds in any other. */
class KubectlEngineTest {
    @TempDir
    Path directory;

    private TestCluster cluster;
    private Path kubeconfig;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        cluster = new TestCluster(directory.resolve("cluster"));
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
