package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.log.Journals;
import dev.s2ioc.cluster.log.LineLog;
import dev.s2ioc.cluster.log.LogQuery;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.OutputStream;

/** What the containers of stored pods have said; refusals are in the kubelet's words. */
public final class KubeletLogs implements Journals {
    private final Kubelet kubelet;

    KubeletLogs(Kubelet kubelet) {
        this.kubelet = kubelet;
    }

    /** The log that a request means, if there is one. */
    public Log of(Call call, ObjectNode pod) {
        String name = Json.at(pod, "metadata", "name");
        String container = KubeletAccess.ContainerChoice.of(
                pod, call.parameter("container").orElse(""));
        JsonNode status = status(pod, container, name);
        String in = "container \"" + container + "\" in pod \"" + name + "\"";
        int attempt = status.path("restartCount").asInt();
        boolean previous = call.flag("previous");
        String waits = Json.at(status, "state", "waiting", "reason");
        if (previous && !status.path("lastState").path("terminated").isObject()) {
            throw StatusException.badRequest("previous terminated " + in + " not found");
        }
        boolean ran = status.path("lastState").path("terminated").isObject();
        if (!previous && !waits.isEmpty() && !ran || status.isMissingNode()) {
            throw StatusException.badRequest(
                    in + " is waiting to start: " + (waits.isEmpty() ? "no host assigned" : reason(waits)));
        }
        // While it waits to be started again, the last run is the present one.
        PodLogs logs = kubelet.logs(Json.at(pod, "metadata", "uid"));
        int wanted = previous && waits.isEmpty() ? attempt - 1 : attempt;
        return (query, out) -> {
            if (logs.has(container, wanted)) {
                logs.copy(container, wanted, query, out);
            }
        };
    }

    @Override
    public LineLog open(String pod, String container) throws IOException {
        return kubelet.logs(pod).resume(container);
    }

    @Override
    public void delete(String pod, String container) throws IOException {
        kubelet.logs(pod).delete(container, 0);
    }

    private static String reason(String waits) {
        return switch (waits) {
            case "ErrImagePull", "ImagePullBackOff" -> "trying and failing to pull image";
            default -> waits;
        };
    }

    private static JsonNode status(ObjectNode pod, String container, String name) {
        for (String list : new String[] {"containers", "initContainers", EphemeralContainers.FIELD}) {
            for (JsonNode each : pod.path("spec").path(list)) {
                if (Json.at(each, "name").equals(container)) {
                    // As containers have containerStatuses.
                    return find(pod.path("status").path(list.replaceFirst("s$", "Statuses")), container);
                }
            }
        }
        throw StatusException.badRequest("container " + container + " is not valid for pod " + name);
    }

    private static JsonNode find(JsonNode statuses, String container) {
        return statuses.valueStream()
                .filter(each -> Json.at(each, "name").equals(container))
                .findFirst()
                .orElse(Json.object().path("none"));
    }

    /** Gives out what was said. */
    public interface Log {
        void copy(LogQuery query, OutputStream out) throws IOException, InterruptedException;
    }
}
