package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rsh opens a shell, or runs what follows the pod, whatever it looks like. */
class RshCommandTest {
    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    @Test
    void runs_a_shell_that_knows_its_terminal() {
        Ran ran = Run.in(dir, Map.of("TERM", "vt100"))
                .withInput("echo $TERM; exit 3\n".getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("rsh", "hello"));
        assertEquals(new Ran(3, "vt100\n", "command terminated with exit code 3\n"), ran);
        assertEquals(
                "GET /api/v1/namespaces/demo/pods/hello/exec?command=%2Fbin%2Fsh&command=-c&command=TERM%3D%22vt100%22+%2Fbin"
                        + "%2Fsh&container=web&stderr=true&stdin=true&stdout=true",
                api.requests().getLast());
    }

    @Test
    void takes_what_follows_the_pod_as_the_command() {
        assertEquals(new Ran(0, "-n x -t\n", ""), api.s2ioc(dir, "rsh", "-c", "web", "hello", "echo", "-n x", "-t"));
        assertEquals(new Ran(0, "0\n", ""), api.s2ioc(dir, "rsh", "--shell=/bin/bash", "hello", "sh", "-c", "echo $#"));
    }

    @Test
    void says_what_is_wrong_with_the_words() {
        Ran usage = new Ran(1, "", """
                error: expected 'rsh (POD | TYPE/NAME) [-c CONTAINER] [flags] [COMMAND]'.
                POD or TYPE/NAME is a required argument for the rsh command
                See 's2ioc rsh -h' for help and examples
                """);
        assertEquals(usage, api.s2ioc(dir, "rsh"));
        assertEquals(usage, api.s2ioc(dir, "rsh", "hello", "--", "date"));
        assertEquals(
                new Ran(1, "", "error: you may not specify -t and -T together\n"),
                api.s2ioc(dir, "rsh", "-t", "-T", "hello"));
    }
}
