package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the versions is told, whatever the server does. */
class VersionCommandTest {
    private static final String CLIENT = "Client Version: " + VersionCommand.clientVersion() + "\n";

    @TempDir
    Path home;

    MockApi api;

    @BeforeEach
    void start() {
        api = MockApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void kubernetes_alone() {
        api.on("GET /version", "{\"gitVersion\":\"v1.34.1\"}");
        assertEquals(new Ran(0, CLIENT + "Kubernetes Version: v1.34.1\n", ""), api.s2ioc(home, "version"));
    }

    @Test
    void openshift() {
        api.on("GET /version", "{\"gitVersion\":\"v1.34.1\"}");
        api.on("GET /apis/config.openshift.io/v1/clusterversions/version", """
                {"status":{"desired":{"version":"4.20.2"},"history":[
                  {"state":"Partial","version":"4.20.2"},{"state":"Completed","version":"4.20.1"}]}}""");
        assertEquals(
                new Ran(0, CLIENT + "Server Version: 4.20.1\nKubernetes Version: v1.34.1\n", ""),
                api.s2ioc(home, "version"));
        Ran yaml = api.s2ioc(home, "version", "-o", "yaml");
        assertEquals(
                new Ran(
                        0,
                        "clientVersion:\n  gitVersion: " + VersionCommand.clientVersion()
                                + "\n  platform: PLATFORM\nopenshiftVersion: 4.20.1\nserverVersion:\n  gitVersion: v1.34.1\n",
                        ""),
                new Ran(yaml.code(), yaml.out().replaceFirst("(platform: )\\S+", "$1PLATFORM"), yaml.err()));
    }

    @Test
    void the_client_alone_asks_nobody() {
        assertEquals(new Ran(0, CLIENT, ""), api.s2ioc(home, "version", "--client"));
        assertEquals(0, api.requests().size());
    }

    @Test
    void without_a_server_the_client_s_version_is_told_first() {
        String server = api.url().replace("http://", "");
        api.close();
        assertEquals(
                new Ran(
                        1,
                        CLIENT,
                        "The connection to the server " + server
                                + " was refused - did you specify the right host or port?\n"),
                Run.in(home).s2ioc("version", "--server=http://" + server));
        assertEquals(CLIENT, Run.in(home).s2ioc("version").out());
    }

    @Test
    void an_unknown_format() {
        assertEquals(
                new Ran(1, "", "error: --output must be 'yaml' or 'json'\n"), api.s2ioc(home, "version", "-o", "wide"));
    }
}
