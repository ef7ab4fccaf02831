package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.Main;
import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pods on the real local cluster, told what to do by kubectl and by this program. */
@Timeout(120)
class PodEngineTest {
    private static final int SECONDS = 60;

    // Not a @TempDir: images hold links to everywhere, about each of which JUnit would warn.
    private static Path work;
    private static LocalStoryCluster cluster;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        work = Files.createTempDirectory("s2ioc-pods");
        cluster = new LocalStoryCluster(work.resolve("cluster"));
        environment = new HashMap<>(cluster.environment());
        environment.put("HOME", work.toString());
        environment.put("PATH", System.getenv("PATH"));
        assertEquals(0, s2ioc("new-project", "pods").code());
    }

    @AfterAll
    static void stop() throws Exception {
        List<ProcessHandle> programs = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(work.toString()))
                .toList();
        assertFalse(programs.isEmpty(), "a pod runs until the end");
        cluster.close();
        for (ProcessHandle program : programs) {
            program.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(
                List.of(),
                Files.readAllLines(Path.of("/proc/mounts")).stream()
                        .filter(mount -> mount.contains(work.toString()))
                        .toList());
        assertEquals(List.of(), LocalCluster.erase(work, System.getenv()));
    }

    @Test
    void it_runs_says_things_and_lets_programs_in() throws Exception {
        run("talker", "echo ready; trap 'exit 0' TERM; while :; do sleep 0.1; done");
        assertEquals(
                "pod/talker condition met\n", kubectl("wait", "--for=condition=Ready", "pod/talker", "--timeout=50s"));
        await("ready\n", "logs", "talker");
        assertEquals("ready\n", s2ioc("logs", "talker").out());
        assertEquals(
                new Ran(3, "", "command terminated with exit code 3\n"),
                ran("", "exec", "talker", "--", "sh", "-c", "exit 3"));
        assertEquals(new Ran(0, "HELLO\n", ""), ran("hello\n", "exec", "-i", "talker", "--", "tr", "a-z", "A-Z"));
        assertEquals("talker\n", s2ioc("exec", "talker", "--", "hostname").out());
        assertEquals(
                "pod \"talker\" deleted\n", kubectl("delete", "pod", "talker").replace(" from pods namespace", ""));
        assertEquals(
                "Error from server (NotFound): pods \"talker\" not found\n",
                ran("", "get", "pod", "talker").err());
    }

    @Test
    void a_log_is_followed_to_the_end() throws Exception {
        run("counter", "for i in 1 2 3 4 5; do echo line $i; sleep 0.2; done");
        kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/counter", "--timeout=50s");
        assertEquals("line 1\nline 2\nline 3\nline 4\nline 5\n", kubectl("logs", "-f", "counter"));
        run("slow", "for i in 1 2 3; do echo line $i; sleep 0.5; done");
        kubectl("wait", "--for=jsonpath={.status.containerStatuses[0].started}=true", "pod/slow", "--timeout=50s");
        assertEquals("line 1\nline 2\nline 3\n", kubectl("logs", "-f", "slow"));
    }

    @Test
    void what_crashes_is_started_again_and_its_last_words_can_be_read() throws Exception {
        kubectl("run", "crash", "--image=" + environment.get("BASE"), "--", "sh", "-c", "echo I was $HOSTNAME; exit 4");
        await(
                "CrashLoopBackOff 1 4",
                "get",
                "pod",
                "crash",
                "-o",
                "jsonpath={.status.containerStatuses[0].state.waiting.reason}"
                        + " {.status.containerStatuses[0].restartCount} {.status.containerStatuses[0].lastState.terminated.exitCode}");
        assertEquals("I was crash\n", kubectl("logs", "--previous", "crash"));
        String events =
                kubectl("get", "events", "--field-selector", "involvedObject.name=crash,reason=BackOff", "-o", "name");
        assertFalse(events.isEmpty());
        kubectl("delete", "pod", "crash", "--now");
    }

    @Test
    void it_is_ready_when_its_probes_say_so_and_sees_secrets_and_config() throws Exception {
        kubectl("create", "secret", "generic", "hidden", "--from-literal=key=treasure");
        kubectl("create", "configmap", "settings", "--from-literal=index.html=page");
        Path manifest = Files.writeString(work.resolve("web.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  terminationGracePeriodSeconds: 0
                  volumes:
                  - {name: hidden, secret: {secretName: hidden}}
                  - {name: pages, configMap: {name: settings}}
                  containers:
                  - name: httpd
                    image: %1$s
                    command: [httpd, -f, -p, "8080", -h, /pages]
                    readinessProbe: {httpGet: {path: /index.html, port: 8080}, periodSeconds: 1}
                    volumeMounts: [{name: pages, mountPath: /pages}]
                  - name: side
                    image: %1$s
                    command: [sleep, "1000"]
                    env: [{name: FROM_SECRET, valueFrom: {secretKeyRef: {name: hidden, key: key}}}]
                    readinessProbe: {exec: {command: [test, -e, /tmp/go]}, periodSeconds: 1}
                    volumeMounts: [{name: hidden, mountPath: /hidden, readOnly: true}]
                """.formatted(environment.get("BASE")));
        kubectl("apply", "-f", manifest.toString());
        await("true false", "get", "pod", "web", "-o", "jsonpath={.status.containerStatuses[*].ready}");
        assertEquals(
                "treasure treasure",
                kubectl("exec", "web", "-c", "side", "--", "sh", "-c", "echo -n $FROM_SECRET $(cat /hidden/key)"));
        assertEquals(
                "page", kubectl("exec", "web", "-c", "side", "--", "wget", "-qO-", "http://localhost:8080/index.html"));
        kubectl("exec", "web", "-c", "side", "--", "touch", "/tmp/go");
        assertEquals("pod/web condition met\n", kubectl("wait", "--for=condition=Ready", "pod/web", "--timeout=50s"));
        // Stays, for what is left when the cluster stops.
    }

    @Test
    void what_takes_more_memory_than_its_limit_is_killed_for_it() throws Exception {
        Path manifest = Files.writeString(work.resolve("hungry.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: hungry}
                spec:
                  restartPolicy: Never
                  containers:
                  - name: c
                    image: %s
                    command: [tail, /dev/zero]
                    resources: {limits: {memory: 16Mi, cpu: 500m}}
                """.formatted(environment.get("BASE")));
        kubectl("apply", "-f", manifest.toString());
        await("Started", events("hungry", "Started"));
        if (ran("", events("hungry", "LimitsNotApplied")).out().isEmpty()) {
            await(
                    "Failed OOMKilled 137",
                    "get",
                    "pod",
                    "hungry",
                    "-o",
                    "jsonpath={.status.phase} {.status.containerStatuses[0].state.terminated['reason','exitCode']}");
        } else {
            kubectl("delete", "pod", "hungry", "--now");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubectl", "s2ioc"})
    void somebody_at_a_terminal_works_in_it_and_leaves_nothing(String program) throws Exception {
        String box = "box-" + program;
        String words = typed(program) + " run " + box + " -q -it --rm --restart=Never --image="
                + environment.get("BASE") + " -- sh";
        atTerminal(words, "tty; echo $((6*7)); exit 5\n", 5);
        assertEquals(
                "Error from server (NotFound): pods \"" + box + "\" not found\n",
                ran("", "get", "pod", box).err());
    }

    @Test
    void a_session_at_a_terminal_ends_when_its_command_ends_and_not_with_the_next_key() throws Exception {
        run("inside", "sleep 600");
        kubectl("wait", "--for=condition=Ready", "pod/inside", "--timeout=50s");
        atTerminal(typed("s2ioc") + " exec -it inside -- sh", "tty; echo $((6*7)); exit 5\n", 5);
        atTerminal(typed("s2ioc") + " rsh inside", "tty; echo $((6*7)); exit 5\n", 5);
        kubectl("delete", "pod", "inside", "--now");
    }

    private static String typed(String program) {
        return program.equals("s2ioc")
                ? ProcessHandle.current().info().command().orElse("java") + " -cp "
                        + System.getProperty("java.class.path") + " " + Main.class.getName() + " -n pods"
                : program + " -n pods";
    }

    /** Types one line as soon as the shell asks for it; it is to print the terminal and 42, and to end. */
    private static void atTerminal(String words, String line, int code) throws Exception {
        Process process = program("script", "-qefc", words, "/dev/null")
                .redirectErrorStream(true)
                .start();
        StringBuilder screen = new StringBuilder();
        Thread reader = Thread.ofPlatform().start(() -> collect(process, screen));
        try {
            awaitScreen(screen, text -> text.contains("/ $ "));
            process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), screen::toString);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        reader.join();
        assertTrue(screen.toString().contains("\r\n/dev/pts/0\r\n42\r\n"), screen::toString);
        assertEquals(code, process.exitValue(), screen::toString);
    }

    private static void collect(Process process, StringBuilder screen) {
        byte[] buffer = new byte[4096];
        try {
            for (int count = process.getInputStream().read(buffer);
                    count >= 0;
                    count = process.getInputStream().read(buffer)) {
                synchronized (screen) {
                    screen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitScreen(StringBuilder screen, Predicate<String> shown) throws InterruptedException {
        for (int i = 0; i < SECONDS * 10; i++) {
            synchronized (screen) {
                if (shown.test(screen.toString())) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the screen shows: " + screen);
    }

    private static void run(String name, String script) throws Exception {
        assertEquals(
                "pod/" + name + " created\n",
                kubectl(
                        "run",
                        name,
                        "--image=" + environment.get("BASE"),
                        "--restart=Never",
                        "--",
                        "sh",
                        "-c",
                        script));
    }

    private static Ran s2ioc(String... arguments) {
        return Run.in(work, environment).s2ioc(arguments);
    }

    private static String[] events(String pod, String reason) {
        return new String[] {
            "get",
            "events",
            "--field-selector=involvedObject.name=" + pod + ",reason=" + reason,
            "-o=jsonpath={.items[*].reason}"
        };
    }

    private static ProcessBuilder program(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ran ran(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl", "-n", "pods"));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(Files.createTempFile(work, "in", ""), input);
        Path out = Files.createTempFile(work, "out", "");
        Path err = Files.createTempFile(work, "err", "");
        Process process = program(command.toArray(String[]::new))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end: " + Files.readString(out) + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Its output, when it has done what it was told. */
    private static String kubectl(String... arguments) throws IOException, InterruptedException {
        Ran ran = ran("", arguments);
        assertEquals(0, ran.code(), () -> String.join(" ", arguments) + "\n" + ran.out() + ran.err());
        return ran.out();
    }

    private static void await(String expected, String... arguments) throws IOException, InterruptedException {
        Ran last = ran("", arguments);
        for (int i = 0; i < SECONDS && !last.out().equals(expected); i++) {
            Thread.sleep(250);
            last = ran("", arguments);
        }
        assertEquals(new Ran(0, expected, ""), last);
    }
}
