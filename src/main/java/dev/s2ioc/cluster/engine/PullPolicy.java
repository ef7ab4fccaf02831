package dev.s2ioc.cluster.engine;

/** When an image that is present is asked for again at its registry. */
public enum PullPolicy {
    ALWAYS,
    /** Only what is not there: for references by digest, which cannot change, and for registries that may be out of reach. */
    MISSING
}
