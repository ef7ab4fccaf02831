package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The local cluster on a machine where no program is installed that could run a container. */
@Timeout(300)
class NoEngineTest {
    private static final String WHY = "no container engine that can run pods is used; install podman, buildah or docker"
            + " (apt-get install buildah) and start the cluster again: s2ioc cluster down && s2ioc cluster up";

    @TempDir
    Path directory;

    @Test
    void pods_wait_and_say_what_to_install_and_all_else_works() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(directory.resolve("data")),
                Optional.of(0),
                Optional.of(0),
                Optional.empty(),
                Map.of("PATH", "/nowhere", "HOME", directory.toString()),
                Clock.systemUTC(),
                System.err))) {
            assertEquals("built-in (Dockerfiles without RUN only; install buildah for all)", cluster.engine());
            assertEquals("nothing: " + WHY, cluster.pods());
            Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), ClusterKubeconfig.of(cluster));
            Run run = Run.in(directory, Map.of("KUBECONFIG", kubeconfig.toString(), "HOME", directory.toString()));
            assertEquals(0, run.s2ioc("new-project", "none").code());
            assertEquals(
                    "pod/p created\n",
                    run.s2ioc("run", "p", "--image=example.com/a:1").out());
            Ran events = run.s2ioc("get", "events", "-o", "jsonpath={.items[*].message}");
            for (int i = 0; i < 600 && events.out().isEmpty(); i++) {
                Thread.sleep(100);
                events = run.s2ioc("get", "events", "-o", "jsonpath={.items[*].message}");
            }
            assertEquals("0/1 nodes are available: " + WHY, events.out().strip());
            Ran pod = run.s2ioc("get", "pod", "p", "-o", "jsonpath={.status.phase} {.status.conditions[*].reason}");
            assertEquals("Pending Unschedulable", pod.out().strip());
            assertEquals(
                    0,
                    run.s2ioc("create", "configmap", "c", "--from-literal=a=b").code());
            Path context = Files.createDirectories(directory.resolve("context"));
            Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\nCMD [\"/x\"]\n");
            Ran config = run.s2ioc("new-build", "--name=bld", "--binary");
            assertEquals(0, config.code(), () -> config.out() + config.err());
            Ran build = run.s2ioc("start-build", "bld", "--from-dir=" + context, "--follow", "--wait");
            assertEquals(0, build.code(), () -> build.out() + build.err());
            assertTrue(build.out().contains("Push successful"), build.out());
        }
    }
}
