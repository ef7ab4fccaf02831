package dev.s2ioc.stories;

import dev.s2ioc.cluster.LocalCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The kubeconfig of a cluster in this process: contexts for the developer, who is the current one, and the administrator. */
final class ClusterKubeconfig {

    private ClusterKubeconfig() {}

    static String of(LocalCluster cluster) throws IOException {
        byte[] authority = cluster.certificateAuthority().getBytes(StandardCharsets.US_ASCII);
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: local
                  cluster:
                    server: %s
                    certificate-authority-data: %s
                users:
                - name: developer
                  user:
                    token: %s
                - name: admin
                  user:
                    token: %s
                contexts:
                - name: developer
                  context:
                    cluster: local
                    user: developer
                - name: admin
                  context:
                    cluster: local
                    user: admin
                current-context: developer
                """.formatted(
                        cluster.server(),
                        Base64.getEncoder().encodeToString(authority),
                        cluster.developerToken(),
                        cluster.kubeadminToken());
    }
}
