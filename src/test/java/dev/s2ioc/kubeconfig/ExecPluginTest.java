package dev.s2ioc.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials from a program: what it is told, how long its answer is kept, and what is wrong with it. */
class ExecPluginTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    private Credentials credentials(String apiVersion, String script, String more) throws IOException {
        KubeconfigFiles files = new KubeconfigFiles(home);
        Path program = files.write("bin/plugin", "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        Path config = files.write("config", """
                clusters:
                - name: c
                  cluster: {server: "https://c:6443", certificate-authority-data: eA==}
                users:
                - name: u
                  user:
                    exec:
                      apiVersion: client.authentication.k8s.io/VERSION
                      command: bin/plugin
                      args: [one, "$(two) 'three"]
                      env: [{name: GREETING, value: hello}]
                      MORE
                contexts:
                - name: x
                  context: {cluster: c, user: u}
                current-context: x
                """.replace("VERSION", apiVersion).replace("MORE", more));
        Host host = new Host(Map.of("PATH", System.getenv("PATH")), home, clock(), false, new PrintStream(err, true));
        return Kubeconfig.load(Optional.of(config), host)
                .resolve(Overrides.NONE)
                .credentials();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static String answer(String version, String status) {
        return "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/" + version
                + "\",\"status\":" + status + "}'\n";
    }

    @Test
    void the_program_gets_its_arguments_as_they_are_and_is_told_about_the_cluster() throws IOException {
        String script = "printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/args\"\n"
                + "echo \"$GREETING $KUBERNETES_EXEC_INFO\" > \"$(dirname \"$0\")/info\"\n"
                + answer("v1", "{\"token\":\"abc\"}");
        Credentials credentials = credentials("v1", script, "provideClusterInfo: true");
        assertEquals(Optional.of("abc"), credentials.bearerToken());
        assertEquals("one\n$(two) 'three\n", Files.readString(home.resolve("bin/args")));
        assertEquals(
                "hello {\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"spec\":"
                        + "{\"interactive\":false,\"cluster\":{\"server\":\"https://c:6443\","
                        + "\"certificate-authority-data\":\"eA==\"}}}\n",
                Files.readString(home.resolve("bin/info")));
    }

    @Test
    void an_answer_is_kept_until_it_expires_or_is_refused() throws IOException {
        String count = "n=$(cat \"$0.n\" 2>/dev/null || echo 0); n=$((n+1)); echo $n > \"$0.n\"\n";
        String script = count
                + "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":"
                + "{\"token\":\"t'$n'\",\"expirationTimestamp\":\"2030-01-01T00:10:00Z\"}}'\n";
        Credentials credentials = credentials("v1beta1", script, "");
        assertEquals(Optional.of("t1"), credentials.bearerToken());
        assertEquals(Optional.of("t1"), credentials.bearerToken());
        assertEquals(true, credentials.refresh());
        assertEquals(Optional.of("t2"), credentials.bearerToken());
        now = now.plusSeconds(600);
        assertEquals(Optional.of("t3"), credentials.bearerToken());
    }

    @Test
    void a_certificate() throws IOException {
        Credentials credentials =
                credentials("v1", answer("v1", "{\"clientCertificateData\":\"C\",\"clientKeyData\":\"K\"}"), "");
        Credentials.ClientCertificate pair = credentials.certificate().orElseThrow();
        assertEquals("C", new String(pair.certificate()));
        assertEquals("K", new String(pair.key()));
        assertEquals(Optional.empty(), credentials.bearerToken());
    }

    @Test
    void what_the_program_says_goes_to_stderr_and_its_failure_is_named() throws IOException {
        Credentials credentials = credentials("v1", "echo please log in >&2; exit 7", "");
        assertEquals(
                "getting credentials: exec: executable bin/plugin failed with exit code 7",
                assertThrows(KubeconfigException.class, credentials::bearerToken)
                        .getMessage());
        assertEquals("please log in\n", err.toString());
    }

    @Test
    void answers_that_cannot_be_used() throws IOException {
        refused(
                "returned the apiVersion \"client.authentication.k8s.io/v1beta1\" instead of"
                        + " \"client.authentication.k8s.io/v1\"",
                answer("v1beta1", "{\"token\":\"t\"}"));
        refused("did not return JSON", "echo '<html>'");
        refused("returned neither a token nor a certificate", answer("v1", "{}"));
    }

    private void refused(String complaint, String script) throws IOException {
        Credentials credentials = credentials("v1", script, "");
        assertEquals(
                "getting credentials: exec: executable bin/plugin " + complaint,
                assertThrows(KubeconfigException.class, credentials::bearerToken)
                        .getMessage());
    }

    @Test
    void a_program_that_is_not_there_is_named_with_the_hint() throws IOException {
        Credentials credentials = credentials("v1", "", "installHint: get it at the shop");
        Files.delete(home.resolve("bin/plugin"));
        assertEquals(
                "getting credentials: exec: executable bin/plugin not found; install it, or use 's2ioc login'\n\n"
                        + "get it at the shop",
                assertThrows(KubeconfigException.class, credentials::bearerToken)
                        .getMessage());
    }

    @Test
    void a_program_that_must_ask_needs_a_terminal() throws IOException {
        Credentials credentials = credentials("v1", answer("v1", "{\"token\":\"t\"}"), "interactiveMode: Always");
        assertEquals(
                "getting credentials: exec: executable bin/plugin cannot support interactive mode: standard input is"
                        + " not a terminal",
                assertThrows(KubeconfigException.class, credentials::bearerToken)
                        .getMessage());
    }

    @Test
    void an_unknown_version_is_refused() {
        assertEquals(
                "user \"u\": exec has the apiVersion \"client.authentication.k8s.io/v1alpha1\"; supported are"
                        + " client.authentication.k8s.io/v1 and client.authentication.k8s.io/v1beta1",
                assertThrows(KubeconfigException.class, () -> credentials("v1alpha1", "", ""))
                        .getMessage());
    }
}
