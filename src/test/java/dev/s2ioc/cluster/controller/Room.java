package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A whole cluster, whose pods name a scheduler that is not there: a thread that stands for a kubelet says that they run. */
final class Room extends ApiClient {
    static final String APPS = "/apis/apps/v1/namespaces/demo/";
    static final String CORE = "/api/v1/namespaces/demo/";
    private static final String POD = """
            {"status":{"phase":"%s","conditions":[{"type":"Ready","status":"%s",
              "lastTransitionTime":"2026-01-02T03:04:05Z"}]}}""";

    final LocalCluster cluster;
    final Path kubeconfig;
    private final Thread kubelet;
    /** The image whose pods never get ready. */
    volatile String broken = "";

    Room(Path directory) throws IOException, GeneralSecurityException {
        this(directory, Clock.systemUTC());
    }

    Room(Path directory, Clock clock) throws IOException, GeneralSecurityException {
        LocalCluster cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(directory.resolve("data")),
                Optional.of(0),
                Optional.of(0),
                Optional.of("builtin"),
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()),
                clock,
                System.err));
        super(cluster.server(), cluster.certificateAuthority(), cluster.kubeadminToken());
        this.cluster = cluster;
        this.kubeconfig = directory.resolve("kubeconfig");
        Path authority = Files.writeString(directory.resolve("ca.pem"), cluster.certificateAuthority());
        Files.writeString(kubeconfig, """
                {"apiVersion":"v1","kind":"Config","current-context":"c",
                 "clusters":[{"name":"c","cluster":{"server":"%s","certificate-authority":"%s"}}],
                 "users":[{"name":"u","user":{"token":"%s"}}],
                 "contexts":[{"name":"c","context":{"cluster":"c","user":"u","namespace":"demo"}}]}
                """.formatted(cluster.server(), authority, cluster.kubeadminToken()));
        post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"demo\"}}");
        this.kubelet = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        try {
            while (true) {
                for (JsonNode pod : get(CORE + "pods").body().path("items")) {
                    tend(pod);
                }
                Thread.sleep(30);
            }
        } catch (InterruptedException | AssertionError e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tend(JsonNode pod) {
        String path = CORE + "pods/" + Json.at(pod, "metadata", "name");
        JsonNode container = pod.path("spec").path("containers").path(0);
        if (pod.path("metadata").has("deletionTimestamp")) {
            delete(path + "?gracePeriodSeconds=0", "");
        } else if (!Json.at(pod, "status", "phase").equals("Pending")
                || Json.at(pod, "spec", "schedulerName").equals("openshift-deployer")) {
            return;
        } else if (container.path("command").isEmpty()
                && Json.at(pod, "spec", "restartPolicy").equals("Never")) {
            boolean fails = Json.at(container, "image").equals(broken);
            patch(path + "/status", "merge-patch+json", POD.formatted(fails ? "Failed" : "Succeeded", "False"));
        } else if (!Json.at(container, "image").equals(broken)) {
            patch(path + "/status", "merge-patch+json", POD.formatted("Running", "True"));
        }
    }

    /** Asks until the answer is as wanted. */
    JsonNode await(String path, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        JsonNode last = Json.object();
        while (System.nanoTime() < end) {
            last = get(path).body();
            if (wanted.test(last)) {
                return last;
            }
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError(path + " did not become as wanted: " + last.toPrettyString());
    }

    static String deployment(String name, long replicas, String image, String more) {
        return """
                {"metadata":{"name":"%1$s"},"spec":{"replicas":%2$d,%4$s"selector":{"matchLabels":{"app":"%1$s"}},
                  "template":{"metadata":{"labels":{"app":"%1$s"}},"spec":{"schedulerName":"none",
                    "containers":[{"name":"c","image":"%3$s"}]}}}}""".formatted(name, replicas, image, more);
    }

    @Override
    public void close() {
        kubelet.interrupt();
        super.close();
        cluster.close();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
