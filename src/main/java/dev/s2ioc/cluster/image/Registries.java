package dev.s2ioc.cluster.image;

import java.util.function.Supplier;

/**
 * The cluster's registry by its two names: the one that objects carry, which is OpenShift's and never changes, and the one
 * that clients on this machine reach.
 *
 * @param address {@code 127.0.0.1:PORT}; asked each time, because a port may be chosen at each start
 */
public record Registries(Supplier<String> address) {
    public static final String INTERNAL = "image-registry.openshift-image-registry.svc:5000";

    /** What {@code status.dockerImageRepository} says. */
    static String repository(String namespace, String name) {
        return INTERNAL + "/" + namespace + "/" + name;
    }

    /** What {@code status.publicDockerImageRepository} says. */
    String publicRepository(String namespace, String name) {
        return address.get() + "/" + namespace + "/" + name;
    }

    /** Whether the image is in the cluster's registry, under either name. */
    boolean own(String reference) {
        return reference.startsWith(INTERNAL + "/") || reference.startsWith(address.get() + "/");
    }

    /** The same image under the name that can be pulled from this machine. */
    public String reachable(String reference) {
        return reference.startsWith(INTERNAL + "/")
                ? address.get() + reference.substring(INTERNAL.length())
                : reference;
    }
}
