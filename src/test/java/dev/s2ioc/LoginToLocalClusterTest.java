package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login, projects and logout through the real program against the real local cluster. */
class LoginToLocalClusterTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    LocalCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(home.resolve("cluster")),
                Optional.of(0),
                Optional.of(0),
                Optional.empty(),
                Map.of(),
                Clock.systemUTC(),
                new PrintStream(log, true)));
        Files.writeString(home.resolve("ca.crt"), cluster.certificateAuthority());
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
        assertEquals("", log.toString());
    }

    private Ran run(String... words) {
        return Run.in(home).s2ioc(words);
    }

    private Ran login(String password) {
        return run(
                "login",
                cluster.server().toString(),
                "--certificate-authority=ca.crt",
                "-u",
                "developer",
                "-p",
                password);
    }

    @Test
    void a_session_from_login_to_logout() {
        assertEquals(0, login("developer").code());
        assertEquals(new Ran(0, "developer\n", ""), run("whoami"));
        assertEquals(0, run("new-project", "shop", "--display-name=The Shop").code());
        assertEquals(
                new Ran(0, "Using project \"shop\" on server \"" + cluster.server() + "\".\n", ""), run("project"));
        assertEquals(
                true,
                run("projects").out().contains("  * shop - The Shop\n"),
                run("projects").out());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (AlreadyExists): project.project.openshift.io \"shop\" already exists\n"),
                run("new-project", "shop"));
        assertEquals(new Ran(0, "Logged \"developer\" out on \"" + cluster.server() + "\"\n", ""), run("logout"));
        assertEquals(1, run("whoami").code());
    }

    @Test
    void the_token_is_of_no_use_after_logout() {
        login("developer");
        String token = run("whoami", "-t").out().strip();
        run("logout");
        assertEquals(
                new Ran(1, "", "error: You must be logged in to the server (Unauthorized)\n"),
                run("whoami", "--token=" + token));
    }

    @Test
    void a_wrong_password() {
        assertEquals(
                new Ran(1, "Login failed (401 Unauthorized)\nVerify you have provided the correct credentials.\n", ""),
                login("guess"));
    }
}
