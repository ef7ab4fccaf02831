package dev.s2ioc.cluster.network.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.network.NetworkCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl does with pods' streams, over WebSockets as it does today and over SPDY as it did before. */
@Timeout(300)
class KubectlStreamsEngineTest {
    private static final int MUCH = 24 << 20;
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path directory;

    private NetworkCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new NetworkCluster(directory);
        cluster.pod("p");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private record Ended(int code, String out, String err) {}

    private ProcessBuilder kubectl(String webSockets, String... arguments) {
        ProcessBuilder builder = cluster.kubectl(arguments);
        builder.environment().put("KUBECTL_REMOTE_COMMAND_WEBSOCKETS", webSockets);
        builder.environment().put("KUBECTL_PORT_FORWARD_WEBSOCKETS", webSockets);
        return builder;
    }

    private Ended run(ProcessBuilder builder, String input) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Path in = Files.writeString(directory.resolve("in"), input);
        Process process = builder.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(150, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_command_gets_its_input_and_tells_both_outputs_and_its_status(String webSockets) throws Exception {
        assertEquals(
                new Ended(3, "HELLO\n", "oops\ncommand terminated with exit code 3\n"),
                run(
                        kubectl(webSockets, "exec", "-i", "p", "--", "sh", "-c", "tr a-z A-Z; echo oops >&2; exit 3"),
                        "hello\n"));
        assertEquals(new Ended(0, "", ""), run(kubectl(webSockets, "exec", "p", "--", "true"), ""));
        assertEquals(
                new Ended(1, "", "Error from server (BadRequest): container none is not valid for pod p\n"),
                run(kubectl(webSockets, "exec", "p", "-c", "none", "--", "true"), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void much_goes_through_unchanged_both_ways(String webSockets) throws Exception {
        byte[] much = new byte[MUCH];
        new Random(7).nextBytes(much);
        Path in = Files.write(directory.resolve("much"), much);
        Path out = directory.resolve("back");
        Process process = kubectl(webSockets, "exec", "-i", "p", "--", "cat")
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(process.waitFor(150, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        assertTrue(Arrays.equals(much, Files.readAllBytes(out)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void files_are_copied_there_and_back(String webSockets) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "content\n");
        Path there = directory.resolve("there");
        Path back = directory.resolve("back");
        assertEquals(
                0,
                run(kubectl(webSockets, "cp", file.toString(), "p:" + there), "")
                        .code());
        assertEquals("content\n", Files.readString(there));
        assertEquals(
                0,
                run(kubectl(webSockets, "cp", "p:" + there, back.toString()), "")
                        .code());
        assertEquals("content\n", Files.readString(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_program_that_runs_is_joined(String webSockets) throws Exception {
        assertEquals(
                "typed\n",
                run(kubectl(webSockets, "attach", "-q", "-i", "p"), "typed\n").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_caller_who_goes_takes_the_command_along(String webSockets) throws Exception {
        Process process = kubectl(webSockets, "exec", "p", "--", "sh", "-c", "echo started; exec sleep 600")
                .start();
        try (BufferedReader lines = process.inputReader()) {
            assertEquals("started", lines.readLine());
        }
        process.destroyForcibly().waitFor();
        for (int i = 0; i < 2400 && cluster.pods.isAnyAlive(); i++) {
            Thread.sleep(50);
        }
        assertFalse(cluster.pods.isAnyAlive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_port_is_forwarded_for_several_connections_at_once(String webSockets) throws Exception {
        try (ServerSocket shouting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> shout(shouting));
            Process forward = kubectl(webSockets, "port-forward", "p", ":" + shouting.getLocalPort())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = forward.inputReader()) {
                Matcher matcher = PORT.matcher(lines.readLine());
                assertTrue(matcher.find());
                int port = Integer.parseInt(matcher.group(1));
                try (Socket one = new Socket("127.0.0.1", port);
                        Socket other = new Socket("127.0.0.1", port)) {
                    assertEquals("TWO", shouted(other, "two"));
                    assertEquals("ONE", shouted(one, "one"));
                }
            } finally {
                forward.destroy();
                forward.waitFor();
            }
        }
    }

    /** The answer comes after the end of the question: each direction ends by itself. */
    private static String shouted(Socket socket, String text) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void shout(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> {
                    try (socket;
                            InputStream in = socket.getInputStream();
                            OutputStream out = socket.getOutputStream()) {
                        out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .toUpperCase(java.util.Locale.ROOT)
                                .getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }
}
