package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** What runs in a project, and which services lead to it. */
final class Workloads {
    private static final List<ResourceType> IN_ORDER = List.of(
            KnownTypes.DEPLOYMENT_CONFIG,
            KnownTypes.STATEFUL_SET,
            KnownTypes.DEPLOYMENT,
            KnownTypes.DAEMON_SET,
            KnownTypes.REPLICA_SET,
            KnownTypes.REPLICATION_CONTROLLER,
            KnownTypes.JOB,
            KnownTypes.POD);

    private final ProjectObjects objects;

    /** Something that runs. */
    record Workload(ResourceType type, JsonNode object) {}

    Workloads(ProjectObjects objects) {
        this.objects = objects;
    }

    /** All that is not told with something else. */
    List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (ResourceType type : IN_ORDER) {
            objects.of(type).stream()
                    .filter(object -> isWorthTelling(type, object))
                    .forEach(object -> all.add(new Workload(type, object)));
        }
        return all;
    }

    List<Workload> behind(JsonNode service) {
        return all().stream()
                .filter(workload -> !workload.type().equals(KnownTypes.JOB))
                .filter(workload -> leadsTo(service, workload))
                .toList();
    }

    private static boolean isWorthTelling(ResourceType type, JsonNode object) {
        if (Fields.isControlled(object)
                || !Fields.annotation(object, "openshift.io/deployment-config.name")
                        .isEmpty()) {
            return false;
        }
        boolean deployer = object.path("metadata").path("labels").has("openshift.io/deployer-pod-for.name");
        boolean builder = !Fields.annotation(object, "openshift.io/build.name").isEmpty();
        boolean ended = object.path("status").path("phase").asText("").matches("Succeeded|Failed");
        return !type.equals(KnownTypes.POD) || !(deployer || builder || ended);
    }

    static boolean leadsTo(JsonNode service, Workload workload) {
        JsonNode selector = service.path("spec").path("selector");
        JsonNode holder = workload.type().equals(KnownTypes.POD)
                ? workload.object()
                : workload.object().path("spec").path("template");
        JsonNode labels = holder.path("metadata").path("labels");
        return !selector.isEmpty()
                && Fields.namespace(service).equals(Fields.namespace(workload.object()))
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }
}
