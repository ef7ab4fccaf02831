package dev.s2ioc.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.foreign.program.OpenShiftProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A foreign client: a program written with fabric8's OpenShiftClient, in a process of its own, cannot tell the difference. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenShiftClientTest {
    private ForeignCluster cluster;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        cluster = new ForeignCluster(directory);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void typed_objects_of_all_kinds() throws Exception {
        assertEquals("""
                user developer
                builds true, config maps and build configs true
                project typed
                build config app Serial 0
                labelled [app]
                other null
                tags [next=registry.example.com/a/b:c]
                secret {a=MQ==}
                route web.example.com
                processed [of-me]
                page [a, b], left 3
                page [c, d], left 1
                page [e], left null
                """, program("objects"));
    }

    @Test
    void every_way_to_write() throws Exception {
        assertEquals("""
                edited {a=1, b=2}
                merged {a=1}
                strategic {a=1, c=3}
                patched {a=1}
                applied {a=1}
                409 Conflict .data.a
                forced {a=2}
                409 Conflict
                awaited {a=9, x=y}
                held [example.com/hold]
                gone null
                """, program("writing"));
    }

    @Test
    void a_binary_build_with_its_log() throws Exception {
        assertEquals("""
                started bin-1
                watched Push successful
                Complete
                tag bin:latest
                log Push successful
                pods [bin-1-build Succeeded]
                pod log Push successful
                """, program("build"));
    }

    @Test
    void a_login_with_name_and_password() throws Exception {
        assertEquals("developer\n", program("login", "developer", "developer"));
    }

    @Test
    void an_informer_outlives_the_server() throws Exception {
        Kubectl kubectl = new Kubectl(cluster, "myproject");
        kubectl.out("create", "cm", "a", "--from-literal=n=1");
        kubectl.out("label", "cm", "a", "watched=yes");
        Process informer = cluster.java(OpenShiftProgram.class, "informer").start();
        try (BufferedReader told = informer.inputReader()) {
            assertEquals(
                    "added a 1, synced true",
                    Stream.of(told.readLine(), told.readLine())
                            .sorted()
                            .reduce((first, next) -> first + ", " + next)
                            .orElse(""));
            kubectl.out("patch", "cm", "a", "-p", "{\"data\":{\"n\":\"2\"}}");
            assertEquals("updated a 2", told.readLine());
            cluster.stop();
            cluster.startAgain();
            kubectl.out("patch", "cm", "a", "-p", "{\"data\":{\"n\":\"3\"}}");
            assertEquals("updated a 3", told.readLine());
            kubectl.out("label", "cm", "a", "watched-");
            assertEquals("deleted a 3", told.readLine());
            informer.getOutputStream().close();
            assertEquals(0, informer.waitFor());
        } finally {
            informer.destroyForcibly();
        }
    }

    private String program(String... arguments) throws IOException, InterruptedException {
        Process process = cluster.java(OpenShiftProgram.class, arguments)
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), told);
        return told;
    }
}
