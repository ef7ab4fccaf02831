package dev.s2ioc.cluster.workload;

import dev.s2ioc.cluster.build.BuildController;
import dev.s2ioc.cluster.kind.Machinery;

/** What runs, as far as the API shows it. */
public final class WorkloadApi {
    private WorkloadApi() {}

    /** Adds pods and their logs. */
    public static void addTo(Machinery machinery, BuildController builds) {
        BuildPodView ofBuilds = new BuildPodView(machinery.kinds(), builds);
        machinery
                .kinds()
                .add(new PodResource(ofBuilds))
                .add(PodResource.TYPE, new PodLogSubresource(ofBuilds, builds.logs(), machinery.clock()));
    }
}
