package dev.s2ioc.cluster.engine;

/** The cluster's registry: the name that images carry, and where it listens on this machine. */
public record LocalRegistry(String name, int port) {

    public String address() {
        return "127.0.0.1:" + port;
    }

    public boolean owns(String reference) {
        return reference.startsWith(name + "/");
    }

    /** Whether a registry may do without TLS: one on this machine, as docker sees it. */
    boolean mayBePlain(String reference) {
        return owns(reference) || reference.matches("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?/.*");
    }

    /** The reference as this machine can reach it. */
    public String reachable(String reference) {
        return owns(reference) ? address() + reference.substring(name.length()) : reference;
    }
}
