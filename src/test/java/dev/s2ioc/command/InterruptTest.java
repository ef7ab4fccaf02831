package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.Main;
import dev.s2ioc.testing.StreamingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a build is waited for: the program, as a process of its own, lets it go on or cancels it as told. */
class InterruptTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String BUILD = "{\"kind\":\"Build\",\"metadata\":{\"name\":\"hello-1\",\"namespace\":\"demo\","
            + "\"resourceVersion\":\"7\"},\"status\":{\"phase\":\"Running\"}}";

    @TempDir
    Path dir;

    private final StreamingApi api = StreamingApi.start();

    @BeforeEach
    void tell_the_server() {
        api.on("POST " + B + "/buildconfigs/hello/instantiate", 201, BUILD);
        api.on("GET " + B + "/builds/hello-1", 200, BUILD);
        api.on("GET " + B + "/builds", watch -> Thread.sleep(60_000));
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private Process program(String... flags) throws IOException, InterruptedException {
        // Where the tests run in the background of a script they are deaf to Ctrl-C, and so would be what they start.
        List<String> words = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--server=" + api.url(),
                "--namespace=demo",
                "start-build",
                "hello",
                "--wait"));
        words.addAll(List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(words).directory(dir.toFile());
        builder.environment().put("HOME", dir.toString());
        builder.environment().remove("KUBECONFIG");
        Process process = builder.start();
        until(() -> api.requests().stream().anyMatch(request -> request.contains("watch=true")), process);
        return process;
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition, Process process) throws InterruptedException {
        for (int i = 0; i < 1200 && process.isAlive() && !condition.holds(); i++) {
            Thread.sleep(50);
        }
        assertTrue(condition.holds());
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static String ended(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(150, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void the_build_goes_on_unless_the_user_wants_it_cancelled() throws Exception {
        Process process = program();
        interrupt(process);
        assertEquals(
                "\nInterrupted. The build hello-1 goes on; see it with 's2ioc logs -f build/hello-1', stop it with"
                        + " 's2ioc cancel-build hello-1'.\n",
                ended(process));
        assertTrue(api.requests().stream().noneMatch(request -> request.startsWith("PUT ")));
    }

    @Test
    void the_build_is_cancelled_when_the_user_wants_that() throws Exception {
        api.on("PUT " + B + "/builds/hello-1", 200, BUILD);
        Process process = program("--cancel-on-interrupt");
        interrupt(process);
        assertEquals("\nInterrupted. Cancelling the build hello-1 ...\n", ended(process));
        assertTrue(api.requests().contains("PUT " + B + "/builds/hello-1"));
    }

    @Test
    void a_second_interrupt_does_not_wait_for_the_server() throws Exception {
        api.on("PUT " + B + "/builds/hello-1", cancelling -> Thread.sleep(60_000));
        Process process = program("--cancel-on-interrupt");
        interrupt(process);
        until(() -> api.requests().contains("PUT " + B + "/builds/hello-1"), process);
        interrupt(process);
        ended(process);
    }
}
