package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Describes a Pod: where it runs, what runs in it and how that fares. */
final class PodDescriber implements Describer {
    static final DateTimeFormatter RFC_1123_WITH_ZONE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Viewpoint viewpoint;

    PodDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode pod) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = pod.path("spec");
        JsonNode status = pod.path("status");
        identity(pod, outline);
        condition(pod, outline);
        addresses(status, outline);
        Header.controlledBy(pod, outline);
        PodContainers containers = new PodContainers(outline);
        containers.add("Init Containers", spec.path("initContainers"), status.path("initContainerStatuses"));
        containers.add("Containers", spec.path("containers"), status.path("containerStatuses"));
        conditions(status.path("conditions"), outline);
        new PodVolumes(outline).add(spec.path("volumes"));
        outline.line("QoS Class:", status.path("qosClass").asText(""));
        outline.map("Node-Selectors", spec.path("nodeSelector"));
        outline.values("Tolerations", tolerations(spec.path("tolerations")));
        new Events(viewpoint).add(List.of(pod), outline);
        return outline.toString();
    }

    private static void identity(JsonNode pod, Outline outline) {
        JsonNode spec = pod.path("spec");
        JsonNode status = pod.path("status");
        outline.line("Name:", pod.path("metadata").path("name").asText(""));
        outline.line("Namespace:", pod.path("metadata").path("namespace").asText(""));
        outline.optional("Priority", spec.path("priority").asText(""));
        outline.optional("Priority Class Name", spec.path("priorityClassName").asText(""));
        outline.optional("Runtime Class Name", spec.path("runtimeClassName").asText(""));
        outline.optional("Service Account", spec.path("serviceAccountName").asText(""));
        String node = spec.path("nodeName").asText("");
        outline.field(
                "Node", node.isEmpty() ? "" : node + "/" + status.path("hostIP").asText(""));
        Ages.instant(status.path("startTime").asText(""))
                .ifPresent(start -> outline.line("Start Time:", RFC_1123_WITH_ZONE.format(start)));
        Header.kubernetes(pod, outline);
    }

    private void condition(JsonNode pod, Outline outline) {
        JsonNode metadata = pod.path("metadata");
        JsonNode status = pod.path("status");
        if (metadata.hasNonNull("deletionTimestamp")) {
            outline.line("Status:", "Terminating (lasts " + viewpoint.age(metadata.path("deletionTimestamp")) + ")");
            outline.line(
                    "Termination Grace Period:",
                    metadata.path("deletionGracePeriodSeconds").asText("0") + "s");
        } else {
            outline.line("Status:", status.path("phase").asText(""));
        }
        outline.optional("Reason", status.path("reason").asText(""));
        outline.optional("Message", status.path("message").asText(""));
        JsonNode seccomp = pod.path("spec").path("securityContext").path("seccompProfile");
        outline.optional("SeccompProfile", seccomp.path("type").asText(""));
        outline.optional("LocalhostProfile", seccomp.path("localhostProfile").asText(""));
    }

    private static void addresses(JsonNode status, Outline outline) {
        outline.line("IP:", status.path("podIP").asText(""));
        if (status.path("podIPs").isEmpty()) {
            outline.line("IPs:", "<none>");
            return;
        }
        outline.line("IPs:");
        status.path("podIPs").forEach(ip -> outline.line("  IP:", ip.path("ip").asText("")));
    }

    private static void conditions(JsonNode conditions, Outline outline) {
        if (conditions.isEmpty()) {
            return;
        }
        outline.line("Conditions:");
        outline.line("  Type", "Status");
        conditions.forEach(condition -> outline.line(
                "  " + condition.path("type").asText() + " ",
                condition.path("status").asText() + " "));
    }

    static List<String> tolerations(JsonNode tolerations) {
        return tolerations
                .valueStream()
                .sorted(Comparator.comparing(
                        toleration -> toleration.path("key").asText("")))
                .map(PodDescriber::toleration)
                .toList();
    }

    private static String toleration(JsonNode toleration) {
        String key = toleration.path("key").asText("");
        String value = toleration.path("value").asText("");
        String effect = toleration.path("effect").asText("");
        boolean exists = toleration.path("operator").asText("").equals("Exists") && value.isEmpty();
        String what = key + (value.isEmpty() ? "" : "=" + value) + (effect.isEmpty() ? "" : ":" + effect);
        return (what + (exists ? " op=Exists" : "")).strip()
                + (toleration.hasNonNull("tolerationSeconds")
                        ? " for " + toleration.path("tolerationSeconds").asText() + "s"
                        : "");
    }
}
