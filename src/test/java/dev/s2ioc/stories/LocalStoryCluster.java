package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Busybox;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The real local cluster, inside the test's JVM, with a real engine. It has a small base image as
 * {@code openshift/busybox}, made of the machine's static busybox, because tests must not need the internet.
 */
final class LocalStoryCluster implements StoryCluster {
    private static final String BASE = "image-registry.openshift-image-registry.svc:5000/openshift/busybox:latest";

    private final LocalCluster cluster;
    private final Path kubeconfig;

    LocalStoryCluster(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve("home"));
        cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(directory.resolve("data")),
                Optional.of(0),
                Optional.of(0),
                Optional.of("buildah"),
                Map.of("PATH", System.getenv("PATH"), "HOME", home.toString()),
                Clock.systemUTC(),
                System.err));
        kubeconfig = Files.writeString(directory.resolve("kubeconfig"), ClusterKubeconfig.of(cluster));
        try {
            buildBase(Files.createDirectories(directory.resolve("base")));
        } catch (IOException | RuntimeException | Error failure) {
            cluster.close();
            throw failure;
        }
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KUBECONFIG", kubeconfig.toString(),
                "SAMPLE", Path.of("src/main/resources/sample").toAbsolutePath().toString(),
                "REGISTRY", cluster.registry(),
                "ROUTER_PORT",
                        cluster.router().matches(".*:[0-9]+") ? cluster.router().replaceFirst(".*:", "") : "80",
                "BASE", BASE);
    }

    @Override
    public void close() {
        cluster.close();
    }

    private void buildBase(Path base) throws IOException {
        Files.copy(Busybox.program(), base.resolve("busybox"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(base.resolve("passwd"), "root:x:0:0:root:/:/bin/sh\n");
        Files.writeString(base.resolve("Dockerfile"), """
                FROM scratch
                COPY busybox /bin/busybox
                COPY passwd /etc/passwd
                RUN ["/bin/busybox", "sh", "-c", "/bin/busybox --install -s /bin && mkdir -p /tmp && chmod 1777 /tmp"]
                ENV PATH=/bin
                CMD ["/bin/sh"]
                """);
        as("admin", base, "new-build", "--name", "busybox", "--binary");
        as("admin", base, "start-build", "busybox", "--from-dir=.", "--follow", "--wait");
    }

    private void as(String context, Path directory, String... words) {
        String[] arguments = new String[words.length + 3];
        arguments[0] = "--kubeconfig=" + kubeconfig;
        arguments[1] = "--context=" + context;
        arguments[2] = "--namespace=openshift";
        System.arraycopy(words, 0, arguments, 3, words.length);
        Ran ran = Run.in(directory).s2ioc(arguments);
        assertEquals(0, ran.code(), () -> String.join(" ", words) + "\n" + ran.out() + ran.err());
    }
}
