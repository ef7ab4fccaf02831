package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Where a pod has its files on this machine. */
record PodFiles(Path directory) {
    Path volumes() {
        return directory.resolve("volumes");
    }

    Path volume(String name) {
        return volumes().resolve(name);
    }

    Path hosts() {
        return directory.resolve("hosts");
    }

    Path message(String container) {
        return directory.resolve("message-" + container);
    }

    static String hostname(JsonNode pod) {
        String given = Json.at(pod, "spec", "hostname");
        String name = given.isEmpty() ? Json.at(pod, "metadata", "name") : given;
        return name.length() > 63 ? name.substring(0, 63).replaceFirst("[-.]+$", "") : name;
    }

    void writeHosts(JsonNode pod, String address) throws IOException {
        boolean shared = pod.path("spec").path("hostNetwork").asBoolean();
        Path machine = Path.of("/etc/hosts");
        String text = shared && Files.isReadable(machine)
                ? Files.readString(machine)
                : "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n"
                        + address + "\t" + names(pod) + "\n";
        String aliases = pod.path("spec")
                .path("hostAliases")
                .valueStream()
                .map(alias -> Json.at(alias, "ip") + "\t"
                        + alias.path("hostnames")
                                .valueStream()
                                .map(JsonNode::asText)
                                .collect(Collectors.joining("\t"))
                        + "\n")
                .collect(Collectors.joining());
        Files.writeString(hosts(), text + aliases);
    }

    /** The full name comes first where the pod has one. */
    private static String names(JsonNode pod) {
        String domain = Json.at(pod, "spec", "subdomain");
        String full = domain.isEmpty()
                ? ""
                : hostname(pod) + "." + domain + "." + Json.at(pod, "metadata", "namespace") + ".svc.cluster.local\t";
        return full + hostname(pod);
    }

    void delete() throws IOException {
        Directories.delete(directory);
    }
}
