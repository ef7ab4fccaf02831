package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What containers do with every engine, shown with an image of nothing but busybox. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainersContract {
    /** How long a program sleeps that is looked for among all of this machine, where other tests may be running, too. */
    private static final String SLEEP = "87" + ProcessHandle.current().pid();

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(150);

    private Path directory;
    private Containers containers;
    private final List<Sandbox> open = new ArrayList<>();

    /** Opens the engine, or skips all tests. */
    abstract Engine engine(Path directory) throws Exception;

    /** Removes what the engine has stored. */
    abstract void removeAll(Path directory) throws Exception;

    @BeforeAll
    void build_the_base_image(@TempDir Path shared) throws Exception {
        directory = shared;
        Engine engine = engine(directory);
        BusyboxImage.build(engine, Files.createDirectory(directory.resolve("base")));
        containers = engine.containers();
    }

    @AfterAll
    void remove_the_storage() throws Exception {
        removeAll(directory);
    }

    /** How often what may go wrong now and then is tried. */
    int rounds() {
        return 20;
    }

    Containers containers() {
        return containers;
    }

    @AfterEach
    void close_what_is_open() throws Exception {
        for (Sandbox sandbox : open) {
            sandbox.close();
        }
    }

    @Test
    void both_streams_come_separately_and_the_exit_code_comes_back() throws Exception {
        Captured output = new Captured();
        Container container =
                sandbox().start(shell("echo out; echo err >&2; exit 3").spec(), output);
        assertEquals(new Container.Exit(3, false), container.await());
        assertEquals(new Captured.Text("out\n", "err\n"), output.text());
    }

    @Test
    void a_program_that_a_signal_ends_has_128_and_its_number() throws Exception {
        Captured output = new Captured();
        Container container =
                sandbox().start(Spec.of(BusyboxImage.NAME, "sleep", "1000").spec(), output);
        container.stop(SHORT);
        assertEquals(137, container.await().code());
        assertEquals(new Captured.Text("", ""), output.text());
    }

    @Test
    void a_program_that_minds_sigterm_ends_by_itself() throws Exception {
        Captured output = new Captured();
        Container container = sandbox()
                .start(
                        shell("trap 'echo bye; exit 5' TERM; echo ready; while :; do sleep 0.05; done")
                                .spec(),
                        output);
        output.awaitLine("ready");
        container.stop(LONG);
        assertEquals(5, container.await().code());
        assertEquals(new Captured.Text("ready\nbye\n", ""), output.text());
    }

    @Test
    void two_sandboxes_listen_on_the_same_port_and_both_are_reached() throws Exception {
        Sandbox one = sandbox();
        Sandbox two = sandbox();
        for (Sandbox sandbox : List.of(one, two)) {
            Captured output = new Captured();
            sandbox.start(
                    shell("echo up; exec nc -l -p 8080 -e echo from " + sandbox.address())
                            .spec(),
                    output);
            output.awaitLine("up");
        }
        for (Sandbox sandbox : List.of(one, two)) {
            assertEquals("from " + sandbox.address() + "\n", Sockets.readAll(sandbox, 8080));
        }
    }

    @Test
    @Timeout(180)
    void a_service_takes_no_port_from_a_pod_and_pods_reach_each_other() throws Exception {
        Sandbox pod = sandbox();
        assumeTrue(pod.network().equals("pods"), "this kernel has no links between networks");
        try (ServerSocketChannel service =
                pod.listen(new InetSocketAddress("127.96.1.2", 8080)).orElseThrow()) {
            Captured output = new Captured();
            pod.start(shell("echo up; exec nc -ll -p 8080 -e echo from pod").spec(), output);
            output.awaitLine("up");
            Thread caller = Thread.ofVirtual().start(() -> greet(service));
            String words = "nc 127.96.1.2 8080 </dev/null; until nc %s 8080 </dev/null; do sleep 0.1; done";
            Captured heard = new Captured();
            sandbox().start(shell(words.formatted(pod.address())).spec(), heard).await();
            caller.join();
            assertEquals("from service\nfrom pod\n", heard.text().out());
            Captured own = new Captured();
            Thread again = Thread.ofVirtual().start(() -> greet(service));
            Spec spec = shell("nc 127.96.1.2 8080 </dev/null");
            pod.start(spec.spec(), own).await();
            again.join();
            assertEquals("from service\n", own.text().out());
        }
    }

    private static void greet(ServerSocketChannel service) {
        try (SocketChannel caller = service.accept()) {
            caller.write(ByteBuffer.wrap("from service\n".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void all_lines_come_in_order() throws Exception {
        Captured output = new Captured();
        Container container = sandbox().start(shell("seq 10000").spec(), output);
        assertEquals(0, container.await().code());
        String expected =
                IntStream.rangeClosed(1, 10_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertEquals(new Captured.Text(expected, ""), output.text());
    }

    @Test
    void short_programs_lose_no_last_line() throws Exception {
        Sandbox sandbox = sandbox();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < rounds(); i++) {
            Captured output = new Captured();
            Container container = sandbox.start(shell("echo last " + i).spec(), output);
            container.await();
            container.remove();
            if (!output.text().out().equals("last " + i + "\n")) {
                lost.add(output.text().out());
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void user_groups_environment_and_directory_are_as_given() throws Exception {
        Captured output = new Captured();
        Spec spec = shell("id; pwd; unset container TERM; env | sort; hostname; cat /proc/1/comm; echo $$")
                .as("app", 12345)
                .in("/data/here")
                .env("LD_PRELOAD", "/nowhere.so")
                .env("TEXT", "two\nlines");
        sandbox().start(spec.spec(), output).await();
        assertEquals(new Captured.Text("""
                        uid=1001(app) gid=7 groups=7,50(staff),12345
                        /data/here
                        HOME=/home/app
                        HOSTNAME=pod-host
                        LD_PRELOAD=/nowhere.so
                        PATH=/bin
                        PWD=/data/here
                        SHLVL=1
                        TEXT=two
                        lines
                        pod-host
                        sh
                        1
                        """, ""), output.text());
    }

    @Test
    void volumes_are_mounted_where_the_images_links_lead() throws Exception {
        Path volume = Files.createDirectories(directory.resolve("volume"));
        Files.writeString(volume.resolve("file"), "content\n");
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 here\n");
        Captured output = new Captured();
        Spec spec = shell(
                        "cat /run/secrets/file /etc/hosts; echo x > /var/run/secrets/file; echo y > /new; echo z > /v/new")
                .with(new ContainerSpec.Mount(volume, "/var/run/secrets", true))
                .with(new ContainerSpec.Mount(hosts, "/etc/hosts", false))
                .with(new ContainerSpec.Mount(volume, "/v", false))
                .readOnly();
        sandbox().start(spec.spec(), output).await();
        assertEquals(new Captured.Text("content\n127.0.0.1 here\n", """
                        sh: can't create /var/run/secrets/file: Read-only file system
                        sh: can't create /new: Read-only file system
                        """), output.text());
        assertEquals("z\n", Files.readString(volume.resolve("new")));
    }

    @Test
    void what_cannot_be_started_says_why() throws Exception {
        Sandbox sandbox = sandbox();
        assertEquals(
                "exec: \"nope\": executable file not found in $PATH",
                refusal(sandbox, Spec.of(BusyboxImage.NAME, "nope")));
        assertEquals(
                "exec: \"/etc/passwd\": permission denied",
                refusal(sandbox, Spec.of(BusyboxImage.NAME, "/etc/passwd")));
        assertEquals(
                "unable to find user nobody: no matching entries in passwd file",
                refusal(sandbox, shell("true").as("nobody")));
        assertTrue(refusal(sandbox, Spec.of("localhost/gone:latest", "true")).contains("localhost/gone:latest"));
    }

    private static String refusal(Sandbox sandbox, Spec spec) {
        return assertThrows(EngineException.class, () -> sandbox.start(spec.spec(), new Captured()))
                .getMessage();
    }

    @Test
    void exec_reads_its_input_and_has_an_exit_code_of_its_own() throws Exception {
        Container container = sandbox().start(shell("sleep 1000").as("app").spec(), new Captured());
        Captured output = new Captured();
        ContainerProcess cat =
                container.exec(List.of("sh", "-c", "id -u; cat; cat /proc/1/comm; exit 4"), true, false, output);
        cat.stdin().write("typed\n".getBytes(StandardCharsets.UTF_8));
        cat.stdin().close();
        assertEquals(4, cat.await());
        assertEquals(new Captured.Text("1001\ntyped\nsleep\n", ""), output.text());
    }

    @Test
    void what_runs_for_somebody_who_has_left_is_ended_and_nothing_else() throws Exception {
        Container container = sandbox().start(shell("sleep 97531").spec(), new Captured());
        Captured output = new Captured();
        ContainerProcess left =
                container.exec(List.of("sh", "-c", "sleep 97532 & sleep 97533 & echo up; wait"), false, false, output);
        ContainerProcess other = container.exec(List.of("sleep", "97534"), false, false, new Captured());
        output.awaitLine("up");
        left.kill();
        left.await();
        List<String> ends = List.of("97531", "97534");
        await(() -> sleeping("9753").equals(ends), () -> sleeping("9753").toString());
        other.kill();
        assertEquals(137, other.await());
        await(
                () -> sleeping("9753").equals(List.of("97531")),
                () -> sleeping("9753").toString());
    }

    private static void await(BooleanSupplier condition, Supplier<String> state) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, state);
            Thread.sleep(20);
        }
    }

    private static List<String> sleeping(String prefix) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.matches("(\\S*/)?(sleep|busybox) " + prefix + "\\d+"))
                .map(line -> line.replaceFirst(".* ", ""))
                .sorted()
                .toList();
    }

    @Test
    void what_is_run_in_it_later_sees_the_same_mounts_and_has_the_same_rights() throws Exception {
        Container container = sandbox().start(shell("sleep 1000").spec(), new Captured());
        Captured output = new Captured();
        String compare = "for i in self 1; do { grep CapBnd /proc/$i/status; grep ' / ' /proc/$i/mounts;"
                + " wc -l < /proc/$i/mounts; } > /tmp/$i; wc -l < /tmp/$i; done; diff /tmp/self /tmp/1 && echo same";
        assertEquals(
                0,
                container
                        .exec(List.of("sh", "-c", compare), false, false, output)
                        .await());
        assertEquals(new Captured.Text("3\n3\nsame\n", ""), output.text());
    }

    @Test
    void a_terminal_has_the_size_that_it_is_given() throws Exception {
        Container container = sandbox().start(shell("sleep 1000").as("app").spec(), new Captured());
        Captured output = new Captured();
        ContainerProcess shell = container.exec(
                List.of(
                        "sh",
                        "-c",
                        "tty; read x; until [ -n \"$(stty size 2>/dev/null)\" ]; do sleep 0.05; done; stty size; echo $TERM"),
                true,
                true,
                output);
        output.awaitLine("/dev/pts/0\r");
        shell.resize(123, 45);
        shell.stdin().write("go\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, shell.await());
        assertEquals(new Captured.Text("/dev/pts/0\r\ngo\r\n45 123\r\nxterm\r\n", ""), output.text());
    }

    @Test
    void a_containers_own_program_reads_and_has_a_terminal() throws Exception {
        Captured output = new Captured();
        Container container = sandbox()
                .start(shell("read x; echo got $x").reading().onTerminal().spec(), output);
        container.stdin().write("this\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, container.await().code());
        assertEquals(new Captured.Text("this\r\ngot this\r\n", ""), output.text());
    }

    @Test
    void what_takes_more_memory_than_it_may_is_ended_and_that_is_known() throws Exception {
        assumeTrue(
                containers.limitless().isEmpty(), () -> containers.limitless().get());
        Spec hungry = shell("exec tail /dev/zero");
        Container container = sandbox()
                .start(hungry.limited(Optional.of(16L << 20), Optional.of(500L)).spec(), new Captured());
        assertEquals(new Container.Exit(137, true), container.await());
        container.remove();
    }

    @Test
    void a_service_is_reached_from_inside_that_listens_in_the_pods_network() throws Exception {
        Sandbox sandbox = sandbox();
        try (ServerSocketChannel server =
                sandbox.listen(new InetSocketAddress("127.96.0.1", 80)).orElseThrow()) {
            Captured output = new Captured();
            Container container =
                    sandbox.start(shell("nc 127.96.0.1 80 < /dev/null").spec(), output);
            try (SocketChannel client = server.accept()) {
                client.write(ByteBuffer.wrap("served\n".getBytes(StandardCharsets.UTF_8)));
            }
            assertEquals(0, container.await().code());
            assertEquals(new Captured.Text("served\n", ""), output.text());
        }
    }

    @Test
    void closing_leaves_no_process_and_no_container() throws Exception {
        Sandbox sandbox = sandbox();
        Container container = sandbox.start(
                shell("sleep " + SLEEP + "1 & sleep " + SLEEP + "2").spec(), new Captured());
        container.exec(List.of("sleep", SLEEP + "3"), false, false, new Captured());
        sandbox.close();
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("sleep " + SLEEP))
                        .toList());
        assertEquals(137, container.await().code());
    }

    Sandbox sandbox() throws Exception {
        Sandbox sandbox =
                containers.open(new SandboxSpec(UUID.randomUUID().toString(), "pod-host", false, Set.of(8080)));
        open.add(sandbox);
        return sandbox;
    }

    static Spec shell(String script) {
        return Spec.of(BusyboxImage.NAME, "sh", "-c", script);
    }
}
