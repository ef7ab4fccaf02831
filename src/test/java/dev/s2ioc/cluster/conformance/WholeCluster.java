package dev.s2ioc.cluster.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A local cluster with everything that it serves, and an administrator who asks it. Nothing is known about it but the wire. */
final class WholeCluster extends ApiClient {
    static final String NAMESPACE = "conform";

    private final LocalCluster cluster;

    WholeCluster(Path directory) throws IOException, GeneralSecurityException {
        LocalCluster cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(directory.resolve("data")),
                Optional.of(0),
                Optional.of(0),
                Optional.of("builtin"),
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()),
                Clock.systemUTC(),
                System.err));
        super(cluster.server(), cluster.certificateAuthority(), cluster.kubeadminToken());
        this.cluster = cluster;
        post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"" + NAMESPACE + "\"}}");
        tag("base");
    }

    /** Makes an image stream with an image. */
    void tag(String stream) {
        String group = "/apis/image.openshift.io/v1/namespaces/" + NAMESPACE;
        post(group + "/imagestreams", "{\"metadata\":{\"name\":\"" + stream + "\"}}");
        post(group + "/imagestreammappings", """
                {"metadata":{"name":"%s"},"tag":"latest","image":{"metadata":{"name":"sha256:%s"},
                  "dockerImageReference":"example.com/a/b"}}""".formatted(stream, "ab".repeat(32)));
    }

    /** Makes a build anew that has ended, with its pod. */
    void build(String name) {
        String builds = "/apis/build.openshift.io/v1/namespaces/" + NAMESPACE + "/builds";
        delete(builds + "/" + name, "");
        post(builds, Samples.buildWithPod(name));
    }

    /** Deploys a configuration twice, so that there is something to go back to. */
    void deployed(String name) {
        String config = "/apis/apps.openshift.io/v1/namespaces/" + NAMESPACE + "/deploymentconfigs/" + name;
        if (get(config).body().at("/status/latestVersion").asLong() < 2) {
            until("/api/v1/namespaces/" + NAMESPACE + "/replicationcontrollers/" + name + "-1");
            post(config + "/instantiate", "{\"force\":true}");
        }
    }

    /** The name of the volume of a claim that is there. */
    String volume() {
        String claims = "/api/v1/namespaces/" + NAMESPACE + "/persistentvolumeclaims";
        post(claims, """
                {"metadata":{"name":"kept"},"spec":{"accessModes":["ReadWriteOnce"],
                  "resources":{"requests":{"storage":"1Gi"}}}}""");
        String volume = "pvc-" + Json.at(get(claims + "/kept").body(), "metadata", "uid");
        until("/api/v1/persistentvolumes/" + volume);
        return volume;
    }

    private void until(String path) {
        for (int i = 0; i < 3000 && get(path).code() == 404; i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What discovery says that there is. */
    List<Advertised> advertised() {
        List<String> roots = new ArrayList<>(List.of("/api/v1"));
        for (JsonNode group : get("/apis").body().path("groups")) {
            roots.add("/apis/" + group.at("/preferredVersion/groupVersion").asText());
        }
        List<Advertised> all = new ArrayList<>();
        for (String root : roots) {
            JsonNode resources = get(root).body().path("resources");
            for (JsonNode resource : resources) {
                if (!Json.at(resource, "name").contains("/")) {
                    all.add(Advertised.of(root, resource, resources));
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        super.close();
        cluster.close();
    }
}
