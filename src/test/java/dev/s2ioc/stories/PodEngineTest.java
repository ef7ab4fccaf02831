package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.Main;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pods on the real local cluster, told what to do by kubectl and by this program. */
@Timeout(300)
class PodEngineTest {
    private static final int SECONDS = 150;

    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new Trial("pods");
    }

    @AfterAll
    static void stop() throws Exception {
        trial.close();
    }

    @Test
    void it_runs_says_things_and_lets_programs_in() throws Exception {
        run("talker", "echo ready; trap 'exit 0' TERM; while :; do sleep 0.1; done");
        assertEquals(
                "pod/talker condition met\n",
                trial.kubectl("wait", "--for=condition=Ready", "pod/talker", "--timeout=150s"));
        trial.await("ready\n", "logs", "talker");
        assertEquals("ready\n", trial.s2ioc("logs", "talker").out());
        assertEquals(
                new Ran(3, "", "command terminated with exit code 3\n"),
                trial.ran("", "exec", "talker", "--", "sh", "-c", "exit 3"));
        assertEquals(new Ran(0, "HELLO\n", ""), trial.ran("hello\n", "exec", "-i", "talker", "--", "tr", "a-z", "A-Z"));
        assertEquals("talker\n", trial.s2ioc("exec", "talker", "--", "hostname").out());
        trial.kubectl(
                "debug",
                "talker",
                "--image=" + trial.base(),
                "--container=look",
                "--profile=restricted",
                "--",
                "sh",
                "-c",
                "hostname; id -g");
        trial.await("talker\n0\n", "logs", "talker", "-c", "look");
        trial.await(
                "Completed",
                "get",
                "pod",
                "talker",
                "-o",
                "jsonpath={.status.ephemeralContainerStatuses[0].state.terminated.reason}");
        assertEquals(
                "pod \"talker\" deleted\n",
                trial.kubectl("delete", "pod", "talker").replace(" from pods namespace", ""));
        assertEquals(
                "Error from server (NotFound): pods \"talker\" not found\n",
                trial.ran("", "get", "pod", "talker").err());
    }

    @Test
    void a_log_is_followed_to_the_end() throws Exception {
        run("counter", "for i in 1 2 3 4 5; do echo line $i; sleep 0.2; done");
        trial.kubectl("wait", "--for=jsonpath={.status.phase}=Succeeded", "pod/counter", "--timeout=150s");
        assertEquals("line 1\nline 2\nline 3\nline 4\nline 5\n", trial.kubectl("logs", "-f", "counter"));
        run(
                "slow",
                "echo line 1; until test -e /tmp/go; do sleep 0.1; done; for i in 2 3; do sleep 0.5; echo line $i; done");
        trial.await("line 1\n", "logs", "slow");
        trial.kubectl("exec", "slow", "--", "touch", "/tmp/go");
        assertEquals("line 1\nline 2\nline 3\n", trial.kubectl("logs", "-f", "slow"));
    }

    @Test
    void what_crashes_is_started_again_and_its_last_words_can_be_read() throws Exception {
        trial.kubectl("run", "crash", "--image=" + trial.base(), "--", "sh", "-c", "echo I was $HOSTNAME; exit 4");
        trial.await(
                "CrashLoopBackOff 1 4",
                "get",
                "pod",
                "crash",
                "-o",
                "jsonpath={.status.containerStatuses[0].state.waiting.reason}"
                        + " {.status.containerStatuses[0].restartCount} {.status.containerStatuses[0].lastState.terminated.exitCode}");
        assertEquals("I was crash\n", trial.kubectl("logs", "--previous", "crash"));
        String events = trial.kubectl(
                "get", "events", "--field-selector", "involvedObject.name=crash,reason=BackOff", "-o", "name");
        assertFalse(events.isEmpty());
        trial.kubectl("delete", "pod", "crash", "--now");
    }

    @Test
    void it_is_ready_when_its_probes_say_so_and_sees_secrets_and_config() throws Exception {
        trial.kubectl("create", "secret", "generic", "hidden", "--from-literal=key=treasure");
        trial.kubectl("create", "configmap", "settings", "--from-literal=index.html=page");
        Path manifest = Files.writeString(trial.file("web.yaml"), """
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
                    readinessProbe: {httpGet: {path: /index.html, port: 8080}, periodSeconds: 1, timeoutSeconds: 30}
                    volumeMounts: [{name: pages, mountPath: /pages}]
                  - name: side
                    image: %1$s
                    command: [sleep, "1000"]
                    env: [{name: FROM_SECRET, valueFrom: {secretKeyRef: {name: hidden, key: key}}}]
                    readinessProbe: {exec: {command: [test, -e, /tmp/go]}, periodSeconds: 1, timeoutSeconds: 30}
                    volumeMounts: [{name: hidden, mountPath: /hidden, readOnly: true}]
                """.formatted(trial.base()));
        trial.kubectl("apply", "-f", manifest.toString());
        trial.await("true false", "get", "pod", "web", "-o", "jsonpath={.status.containerStatuses[*].ready}");
        assertEquals(
                "treasure treasure",
                trial.kubectl(
                        "exec", "web", "-c", "side", "--", "sh", "-c", "echo -n $FROM_SECRET $(cat /hidden/key)"));
        assertEquals(
                "page",
                trial.kubectl("exec", "web", "-c", "side", "--", "wget", "-qO-", "http://localhost:8080/index.html"));
        trial.kubectl("exec", "web", "-c", "side", "--", "touch", "/tmp/go");
        assertEquals(
                "pod/web condition met\n", trial.kubectl("wait", "--for=condition=Ready", "pod/web", "--timeout=150s"));
        // Stays, for what is left when the cluster stops.
    }

    @Test
    void what_takes_more_memory_than_its_limit_is_killed_for_it() throws Exception {
        Path manifest = Files.writeString(trial.file("hungry.yaml"), """
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
                """.formatted(trial.base()));
        trial.kubectl("apply", "-f", manifest.toString());
        trial.await("Started", events("hungry", "Started"));
        if (trial.ran("", events("hungry", "LimitsNotApplied")).out().isEmpty()) {
            trial.await(
                    "Failed OOMKilled 137",
                    "get",
                    "pod",
                    "hungry",
                    "-o",
                    "jsonpath={.status.phase} {.status.containerStatuses[0].state.terminated['reason','exitCode']}");
        } else {
            trial.kubectl("delete", "pod", "hungry", "--now");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubectl", "s2ioc"})
    void somebody_at_a_terminal_works_in_it_and_leaves_nothing(String program) throws Exception {
        String box = "box-" + program;
        String words =
                typed(program) + " run " + box + " -q -it --rm --restart=Never --image=" + trial.base() + " -- sh";
        atTerminal(words, "tty; echo $((6*7)); exit 5\n", 5);
        assertEquals(
                "Error from server (NotFound): pods \"" + box + "\" not found\n",
                trial.ran("", "get", "pod", box).err());
    }

    @Test
    void a_session_at_a_terminal_ends_when_its_command_ends_and_not_with_the_next_key() throws Exception {
        run("inside", "sleep 600");
        trial.kubectl("wait", "--for=condition=Ready", "pod/inside", "--timeout=150s");
        atTerminal(typed("s2ioc") + " exec -it inside -- sh", "tty; echo $((6*7)); exit 5\n", 5);
        atTerminal(typed("s2ioc") + " rsh inside", "tty; echo $((6*7)); exit 5\n", 5);
        trial.kubectl("delete", "pod", "inside", "--now");
    }

    private static String typed(String program) {
        return program.equals("s2ioc")
                ? ProcessHandle.current().info().command().orElse("java") + " -cp "
                        + System.getProperty("java.class.path") + " " + Main.class.getName() + " -n pods"
                : program + " -n pods";
    }

    /** Types one line as soon as the shell asks for it; it is to print the terminal and 42, and to end. */
    private static void atTerminal(String words, String line, int code) throws Exception {
        Process process = trial.program("script", "-qefc", words, "/dev/null")
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
                trial.kubectl("run", name, "--image=" + trial.base(), "--restart=Never", "--", "sh", "-c", script));
    }

    private static String[] events(String pod, String reason) {
        return new String[] {
            "get",
            "events",
            "--field-selector=involvedObject.name=" + pod + ",reason=" + reason,
            "-o=jsonpath={.items[*].reason}"
        };
    }
}
