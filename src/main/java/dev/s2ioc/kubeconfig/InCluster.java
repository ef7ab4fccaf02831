package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a pod is given to talk to the cluster that it runs on. */
record InCluster(String server, Path directory) {
    static final Path SECRETS = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    /** The pod's own cluster; empty outside of a pod. */
    static Optional<InCluster> find(Map<String, String> environment, Path secrets) {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "");
        if (host.isBlank() || port.isBlank() || !Files.isReadable(secrets.resolve("token"))) {
            return Optional.empty();
        }
        String authority = host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        return Optional.of(new InCluster("https://" + authority, secrets));
    }

    Path token() {
        return directory.resolve("token");
    }

    Optional<byte[]> authorities() {
        return Files.isReadable(directory.resolve("ca.crt")) ? Optional.of(read("ca.crt")) : Optional.empty();
    }

    Optional<String> namespace() {
        return Files.isReadable(directory.resolve("namespace"))
                ? Optional.of(new String(read("namespace"), java.nio.charset.StandardCharsets.UTF_8).strip())
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private byte[] read(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KubeconfigException("open " + file + ": " + FileProblem.of(e), e);
        }
    }
}
