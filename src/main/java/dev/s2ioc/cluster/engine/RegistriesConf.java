package dev.s2ioc.cluster.engine;

/**
 * The registries.conf that buildah and podman read (CONTAINERS_REGISTRIES_CONF): the cluster's registry is on loopback.
 * Every other name means what it says; no image of the cluster stands in for one of another registry.
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
                """.formatted(registry.name(), registry.address());
    }
}
