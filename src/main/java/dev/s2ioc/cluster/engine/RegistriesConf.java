package dev.s2ioc.cluster.engine;

/**
 * The registries.conf that buildah and podman read (CONTAINERS_REGISTRIES_CONF): the cluster's registry is on loopback,
 * and official images of Docker Hub may come from the cluster's own `openshift` project, so that builds work offline.
 */
final class RegistriesConf {
    private RegistriesConf() {}

    static String text(LocalRegistry registry) {
        return """
                unqualified-search-registries = ["docker.io"]
                short-name-mode = "disabled"

                [[registry]]
                prefix = "%1$s"
                location = "%2$s"
                insecure = true

                [[registry]]
                location = "%2$s"
                insecure = true

                [[registry]]
                prefix = "docker.io/library"
                location = "docker.io/library"

                [[registry.mirror]]
                location = "%2$s/openshift"
                insecure = true
                """.formatted(registry.name(), registry.address());
    }
}
