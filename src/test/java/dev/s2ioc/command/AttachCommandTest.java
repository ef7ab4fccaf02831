package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** attach connects with what a container runs, until that ends or the user leaves it. */
class AttachCommandTest {
    private static final String NOTICE = """
            All commands and output from this session will be recorded in container logs, including credentials and sensitive\
             information passed through the command prompt.
            If you don't see a command prompt, try pressing enter.
            """;

    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    @Test
    void passes_on_what_the_container_prints() {
        api.attached((in, out, err) -> {
            out.write("tick\n".getBytes(StandardCharsets.UTF_8));
            err.write("tock\n".getBytes(StandardCharsets.UTF_8));
            return 0;
        });
        assertEquals(new Ran(0, "tick\n", NOTICE + "tock\n"), api.s2ioc(dir, "attach", "pod", "hello"));
        assertEquals(new Ran(0, "tick\n", "tock\n"), api.s2ioc(dir, "attach", "-q", "pod/hello"));
        assertEquals(
                "GET /api/v1/namespaces/demo/pods/hello/attach?container=web&stderr=true&stdout=true",
                api.requests().getLast());
    }

    @Test
    void sends_input() {
        api.attached((in, out, err) -> {
            in.transferTo(out);
            return 0;
        });
        Ran ran = Run.in(dir)
                .withInput("hi\n".getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("attach", "-q", "-i", "hello"));
        assertEquals(new Ran(0, "hi\n", ""), ran);
    }

    @Test
    void says_what_cannot_be() {
        assertEquals(new Ran(1, "", "error: at least 1 argument is required for attach\n"), api.s2ioc(dir, "attach"));
        assertEquals(
                new Ran(1, "", "error: expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw 3: [a b c]\n"),
                api.s2ioc(dir, "attach", "a", "b", "c"));
        assertEquals(
                new Ran(0, "", "error: Unable to use a TTY - container web did not allocate one\n" + NOTICE),
                api.s2ioc(dir, "attach", "-it", "hello"));
        assertEquals(
                new Ran(1, "", "error: --pod-running-timeout must be higher than zero\n"),
                api.s2ioc(dir, "attach", "hello", "--pod-running-timeout=0"));
    }

    @Test
    void leaves_at_the_detach_keys_and_passes_on_all_others() throws IOException {
        List<String> left = new ArrayList<>();
        byte[] typed = "a\u0010b\u0010\u0010c\u0010\u0011never".getBytes(StandardCharsets.UTF_8);
        try (InputStream keys = new DetachKeys(
                new ByteArrayInputStream(typed), DetachKeys.parse("ctrl-p,ctrl-q"), () -> left.add("left"))) {
            assertEquals("a\u0010b\u0010\u0010c", new String(keys.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(List.of("left"), left);
        assertArrayEquals(new byte[] {1, 'x', 0x1d}, DetachKeys.parse("ctrl-a,x,ctrl-]"));
        assertThrows(CommandFailure.class, () -> DetachKeys.parse("ctrl-ä"));
    }
}
