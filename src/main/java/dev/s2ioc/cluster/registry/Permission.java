package dev.s2ioc.cluster.registry;

/** What a client can do in the registry. */
public enum Permission {
    PULL,
    PUSH,
    DELETE,
    /** To see the names of all repositories. */
    CATALOG,
    /** To remove from the registry as a whole what nothing refers to. */
    PRUNE
}
