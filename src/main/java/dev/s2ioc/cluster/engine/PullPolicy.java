package dev.s2ioc.cluster.engine;

/** When an image that is present is asked for again at its registry. */
public enum PullPolicy {
    ALWAYS,
    MISSING;

    /**
     * What fits a reference: by digest it cannot change. The first part of a name with a port is a registry at hand, such as the cluster's:
     * asking it costs nothing. Others may be out of reach, so what is present is good enough unless the user insists.
     */
    public static PullPolicy forImage(String reference, boolean insist) {
        if (insist) {
            return ALWAYS;
        }
        int slash = reference.indexOf('/');
        boolean atHand = slash > 0 && reference.substring(0, slash).contains(":");
        return atHand && !reference.contains("@") ? ALWAYS : MISSING;
    }
}
