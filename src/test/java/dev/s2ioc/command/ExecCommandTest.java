package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.StreamingApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** exec runs a command in a container, passes on all that both sides say, and ends as the command does. */
class ExecCommandTest {
    private static final String HELLO = "/api/v1/namespaces/demo/pods/hello";

    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    @Test
    void passes_on_output_and_errors_apart() {
        assertEquals(
                new Ran(0, "out\n", "err\n"),
                api.s2ioc(dir, "exec", "hello", "--", "sh", "-c", "echo out; echo err >&2"));
        assertEquals(
                List.of(
                        "GET " + HELLO,
                        "GET " + HELLO
                                + "/exec?command=sh&command=-c&command=echo+out%3B+echo+err+%3E%262&container=web&stderr=true"
                                + "&stdout=true"),
                api.requests());
    }

    @Test
    void ends_with_the_commands_exit_code() {
        assertEquals(
                new Ran(7, "", "command terminated with exit code 7\n"),
                api.s2ioc(dir, "exec", "hello", "--", "sh", "-c", "exit 7"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: Internal error occurred: error executing command in container: nosuch: no such file\n"),
                api.s2ioc(dir, "exec", "hello", "--", "nosuch"));
    }

    @Test
    void sends_input_to_its_end() {
        Ran ran = Run.in(dir)
                .withInput("two\none\n".getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("exec", "-i", "hello", "--", "sort"));
        assertEquals(new Ran(0, "one\ntwo\n", ""), ran);
    }

    @Test
    void tells_that_there_is_no_terminal() {
        Ran ran = Run.in(dir).s2ioc(api.arguments("exec", "-it", "hello", "--", "true"));
        assertEquals(new Ran(0, "", "Unable to use a TTY - input is not a terminal or the right kind of file\n"), ran);
        assertEquals(
                "GET " + HELLO + "/exec?command=true&container=web&stderr=true&stdin=true&stdout=true",
                api.requests().getLast());
        assertEquals(new Ran(0, "", ""), Run.in(dir).s2ioc(api.arguments("exec", "-itq", "hello", "--", "true")));
    }

    @Test
    void chooses_a_container() {
        api.on(
                "GET /api/v1/namespaces/demo/pods/many",
                PodServer.pod("many", "{\"name\":\"first\"},{\"name\":\"second\"}"));
        assertEquals(
                new Ran(0, "", "Defaulted container \"first\" out of: first, second\n"),
                api.s2ioc(dir, "exec", "many", "--", "true"));
        assertEquals(new Ran(0, "", ""), api.s2ioc(dir, "exec", "-q", "many", "--", "true"));
        assertEquals(new Ran(0, "", ""), api.s2ioc(dir, "exec", "many", "-c", "second", "--", "true"));
        assertEquals(
                "GET /api/v1/namespaces/demo/pods/many/exec?command=true&container=second&stderr=true&stdout=true",
                api.requests().getLast());
        assertEquals(
                new Ran(1, "", "error: container third is not valid for pod many out of: first, second\n"),
                api.s2ioc(dir, "exec", "many", "-c", "third", "--", "true"));
    }

    @Test
    void finds_the_pod_of_a_deployment() {
        api.on(
                "GET /apis/apps/v1/namespaces/demo/deployments/web",
                "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"selector\":{\"matchLabels\":{\"app\":\"web\"}}}}");
        api.on(
                "GET /api/v1/namespaces/demo/pods?labelSelector=app%3Dweb&limit=500",
                "{\"items\":[" + PodServer.pod("hello", "{\"name\":\"web\"}") + "]}");
        assertEquals(new Ran(0, "hi\n", ""), api.s2ioc(dir, "exec", "deploy/web", "--", "echo", "hi"));
    }

    @Test
    void says_what_is_wrong_with_the_words() {
        assertEquals(new Ran(1, "", "error: pod, type/name or --filename must be specified\n"), api.s2ioc(dir, "exec"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least one command for the container\n"),
                api.s2ioc(dir, "exec", "hello"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\n"
                                + "See 's2ioc exec -h' for help and examples\n"),
                api.s2ioc(dir, "exec", "hello", "date"));
    }

    @Test
    void refuses_a_pod_that_has_ended() {
        api.on(
                "GET /api/v1/namespaces/demo/pods/done",
                PodServer.pod("done", "{\"name\":\"web\"}").replace("Running", "Succeeded"));
        assertEquals(
                new Ran(1, "", "error: cannot exec into a container in a completed pod; current phase is Succeeded\n"),
                api.s2ioc(dir, "exec", "done", "--", "date"));
    }

    @Test
    void tells_the_servers_refusal() {
        try (StreamingApi refusing = StreamingApi.start()) {
            refusing.on("GET " + HELLO, 200, PodServer.pod("hello", "{\"name\":\"web\"}"));
            refusing.on(
                    "GET " + HELLO + "/exec",
                    403,
                    "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"code\":403,\"message\":"
                            + "\"pods \\\"hello\\\" is forbidden: User \\\"me\\\" cannot create resource \\\"pods/exec\\\"\"}");
            refusing.on("GET " + HELLO + "/exec", 503, "no healthy upstream");
            assertEquals(
                    new Ran(
                            1,
                            "",
                            "Error from server (Forbidden): pods \"hello\" is forbidden: User \"me\" cannot create resource"
                                    + " \"pods/exec\"\n"),
                    refusing.s2ioc(dir, "exec", "hello", "--", "date"));
            assertEquals(
                    new Ran(1, "", "Error from server: no healthy upstream\n"),
                    refusing.s2ioc(dir, "exec", "hello", "--", "date"));
        }
    }

    @Test
    void a_lost_connection_is_no_success() {
        api.attached((in, out, err) -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertEquals(
                new Ran(1, "", "Unable to connect to the server: closed by the server (1011: broken)\n"),
                api.s2ioc(dir, "attach", "-q", "hello"));
    }

    @Test
    void speaks_the_older_protocol_too() {
        api.speaking("v4.channel.k8s.io");
        assertEquals(new Ran(0, "hi\n", ""), api.s2ioc(dir, "exec", "hello", "--", "echo", "hi"));
        Ran ran = Run.in(dir)
                .withInput("some\n".getBytes(StandardCharsets.UTF_8))
                .s2ioc(api.arguments("exec", "-i", "hello", "--", "head", "-1"));
        assertEquals(new Ran(0, "some\n", ""), ran);
    }

    @Test
    void passes_on_every_byte_both_ways() {
        byte[] bytes = new byte[Integer.getInteger("s2ioc.test.stream.megabytes", 8) * 1024 * 1024 + 12345];
        new Random(7).nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        dev.s2ioc.console.Streams streams = dev.s2ioc.console.Streams.plain(
                new ByteArrayInputStream(bytes), new PrintStream(out), new PrintStream(err));
        int code = dev.s2ioc.Main.run(
                streams,
                new dev.s2ioc.console.Surroundings(Map.of("HOME", dir.toString()), dir, Clock.systemUTC()),
                api.arguments("exec", "-i", "hello", "--", "cat"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, code);
        assertArrayEquals(bytes, out.toByteArray());
    }
}
