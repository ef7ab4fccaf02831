package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cluster-info} and its {@code dump}. */
class ClusterInfoCommandTest {
    private static final String SERVICES = "GET /api/v1/namespaces/kube-system/services";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void tells_where_the_cluster_and_its_services_are() {
        api.on(SERVICES + "?labelSelector=kubernetes.io%2Fcluster-service%3Dtrue", """
                {"items":[{"metadata":{"name":"kube-dns","namespace":"kube-system","labels":{"kubernetes.io/name":"CoreDNS"}},
                "spec":{"ports":[{"name":"dns","port":53}]}}]}""");
        assertEquals(new Ran(0, """
                Kubernetes control plane is running at SERVER
                CoreDNS is running at SERVER/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy

                To further debug and diagnose cluster problems, use 's2ioc cluster-info dump'.
                """.replace("SERVER", api.url()), ""), run("cluster-info"));
    }

    @Test
    void who_may_not_see_the_services_still_learns_where_the_cluster_is() {
        assertEquals(new Ran(0, """
                Kubernetes control plane is running at SERVER

                To further debug and diagnose cluster problems, use 's2ioc cluster-info dump'.
                """.replace("SERVER", api.url()), ""), run("cluster-info"));
    }

    @Test
    void dumps_objects_and_logs() throws IOException {
        api.on("GET /api/v1/namespaces/demo/pods", """
                {"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"a"},"spec":{"containers":[{"name":"c"}]}}]}""");
        api.on("GET /api/v1/namespaces/demo/pods/a/log?container=c", "hello\n");
        Ran ran = run("cluster-info", "dump", "--namespaces=demo", "--output-directory=dump", "-o", "yaml");
        assertEquals(
                new Ran(0, "Cluster info dumped to dump\n", ""),
                new Ran(
                        ran.code(),
                        ran.out(),
                        ran.err()
                                .replaceAll(
                                        "(?m)^skipped .*: the server could not find the requested resource\n", "")));
        try (Stream<Path> files = Files.walk(home.resolve("dump"))) {
            assertEquals(
                    List.of("demo/a/logs.txt", "demo/pods.yaml"),
                    files.filter(Files::isRegularFile)
                            .map(file -> home.resolve("dump").relativize(file).toString())
                            .sorted()
                            .toList());
        }
        assertEquals("""
                ==== START logs for container c of pod demo/a ====
                hello
                ==== END logs for container c of pod demo/a ====
                """, Files.readString(home.resolve("dump/demo/a/logs.txt")));
        assertEquals("""
                apiVersion: v1
                items:
                - apiVersion: v1
                  kind: Pod
                  metadata:
                    name: a
                  spec:
                    containers:
                    - name: c
                kind: PodList
                """, Files.readString(home.resolve("dump/demo/pods.yaml")));
    }

    @Test
    void a_form_that_there_is_not() {
        assertEquals(
                new Ran(1, "", "error: --output must be json or yaml, not \"xml\"\n"),
                run("cluster-info", "dump", "-o", "xml"));
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
