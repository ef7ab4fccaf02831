package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StoredResource;

/** Pods as the API stores them. */
public final class PodApi {
    private PodApi() {}

    /** To be served together with what else counts as a pod. */
    public static StoredResource stored(Machinery machinery, ImageStreams streams) {
        return new StoredResource(machinery, new PodKind(), new PodAdmission(machinery.store(), streams));
    }
}
