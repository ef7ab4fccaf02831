package dev.s2ioc.cluster.workload;

import dev.s2ioc.cluster.build.BuildController;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.pod.EphemeralContainers;
import dev.s2ioc.cluster.pod.EvictionSubresource;
import dev.s2ioc.cluster.pod.Kubelet;
import dev.s2ioc.cluster.pod.PodApi;

/** What runs, as far as the API shows it. */
public final class WorkloadApi {
    private WorkloadApi() {}

    /** Adds pods and their logs. */
    public static void addTo(Machinery machinery, ImageStreams streams, BuildController builds, Kubelet kubelet) {
        BuildPodView ofBuilds = new BuildPodView(machinery.kinds(), builds);
        StoredResource stored = PodApi.stored(machinery, streams);
        PodResource pods = new PodResource(machinery.store(), stored, ofBuilds);
        machinery
                .kinds()
                .add(pods)
                .add(PodResource.TYPE, PartSubresource.status(stored))
                .add(
                        PodResource.TYPE,
                        new PartSubresource("ephemeralcontainers", new EphemeralContainers(stored, machinery.store())))
                .add(PodResource.TYPE, new EvictionSubresource(pods))
                .add(PodResource.TYPE, new PodLogSubresource(pods, kubelet.said(), builds.logs(), machinery.clock()));
    }
}
