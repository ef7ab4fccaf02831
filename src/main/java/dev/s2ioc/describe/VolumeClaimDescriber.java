package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a PersistentVolumeClaim: what it has got, and which pods use it. */
final class VolumeClaimDescriber implements Describer {
    private final Viewpoint viewpoint;

    VolumeClaimDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode claim) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = claim.path("spec");
        JsonNode status = claim.path("status");
        JsonNode deletion = claim.path("metadata").path("deletionTimestamp");
        boolean bound = !spec.path("volumeName").asText("").isEmpty();
        Header.name(claim, outline);
        outline.line("StorageClass:", spec.path("storageClassName").asText(""));
        outline.line(
                "Status:",
                deletion.isTextual()
                        ? "Terminating (lasts " + viewpoint.age(deletion) + ")"
                        : status.path("phase").asText(""));
        outline.line("Volume:", spec.path("volumeName").asText(""));
        Header.kubernetes(claim, outline);
        outline.line("Finalizers:", VolumeDescriber.finalizers(claim));
        outline.line(
                "Capacity:", bound ? status.path("capacity").path("storage").asText("") : "");
        outline.line("Access Modes:", bound ? VolumeDescriber.accessModes(status) : "");
        outline.line("VolumeMode:", spec.path("volumeMode").asText("Filesystem"));
        outline.values("Used By", users(claim));
        conditions(status.path("conditions"), outline);
        new Events(viewpoint).add(List.of(claim), outline);
        return outline.toString();
    }

    private List<String> users(JsonNode claim) {
        String name = claim.path("metadata").path("name").asText();
        try {
            return viewpoint
                    .beside(claim)
                    .list(KnownTypes.POD)
                    .path("items")
                    .valueStream()
                    .filter(pod -> pod.path("spec")
                            .path("volumes")
                            .valueStream()
                            .anyMatch(volume -> claimName(volume).equals(name)))
                    .map(pod -> pod.path("metadata").path("name").asText())
                    .collect(Collectors.toList());
        } catch (ApiException e) {
            // Who may not see pods may still see the claim.
            return List.of("error in fetching pods: " + e.getMessage());
        }
    }

    private static String claimName(JsonNode volume) {
        return volume.path("persistentVolumeClaim").path("claimName").asText("");
    }

    private static void conditions(JsonNode conditions, Outline outline) {
        if (conditions.isEmpty()) {
            return;
        }
        outline.line("Conditions:");
        outline.line("  Type", "Status", "LastProbeTime", "LastTransitionTime", "Reason", "Message");
        outline.line("  ----", "------", "-----------------", "------------------", "------", "-------");
        for (JsonNode condition : conditions) {
            outline.line(
                    "  " + condition.path("type").asText(""),
                    condition.path("status").asText(""),
                    condition.path("lastProbeTime").asText(""),
                    condition.path("lastTransitionTime").asText(""),
                    condition.path("reason").asText(""),
                    condition.path("message").asText(""));
        }
    }
}
