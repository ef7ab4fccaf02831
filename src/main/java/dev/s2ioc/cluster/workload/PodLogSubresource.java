package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.LogParameters;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.log.LogFiles;
import dev.s2ioc.cluster.log.LogQuery;
import dev.s2ioc.cluster.pod.KubeletLogs;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** GET pods/X/log: what a container has said. */
final class PodLogSubresource implements Subresource {
    private final PodResource all;
    private final KubeletLogs kubelet;
    private final LogFiles logs;
    private final InstantSource clock;

    PodLogSubresource(PodResource all, KubeletLogs kubelet, LogFiles logs, InstantSource clock) {
        this.all = all;
        this.kubelet = kubelet;
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String kind() {
        return PodResource.TYPE.kind();
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.get);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        Call call = request.call();
        LogQuery query = LogParameters.ofPod(call, clock.instant());
        Optional<ObjectNode> ofBuild = all.build(call, request.name());
        if (ofBuild.isEmpty()) {
            KubeletLogs.Log log = kubelet.of(call, all.get(call, request.name()));
            try (OutputStream out = request.reply().stream("text/plain")) {
                log.copy(query, out);
            }
            return;
        }
        ObjectNode build = ofBuild.get();
        BuildContainers containers = BuildContainers.of(build);
        String container = call.parameter("container").orElse(containers.main());
        requireBegun(build, containers, container, request.name());
        if (call.flag("previous")) {
            throw StatusException.badRequest(
                    "previous terminated container \"" + container + "\" in pod \"" + request.name() + "\" not found");
        }
        String uid = Json.at(build, "metadata", "uid");
        try (OutputStream out = request.reply().stream("text/plain")) {
            if (container.equals(containers.last(build)) && logs.exists(uid)) {
                logs.copy(uid, query, out);
            }
        }
    }

    private static void requireBegun(JsonNode build, BuildContainers containers, String container, String pod) {
        int index = containers.all().indexOf(container);
        if (index < 0) {
            throw StatusException.badRequest("container " + container + " is not valid for pod " + pod);
        }
        boolean main = container.equals(containers.main());
        JsonNode status = new BuildPodStatus(build, containers)
                .json()
                .path(main ? "containerStatuses" : "initContainerStatuses")
                .path(main ? 0 : index);
        String waits = Json.at(status, "state", "waiting", "reason");
        if (!waits.isEmpty()) {
            throw StatusException.badRequest(
                    "container \"" + container + "\" in pod \"" + pod + "\" is waiting to start: " + waits);
        }
    }
}
