package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Pods;
import java.util.HashMap;
import java.util.Map;

/** How the pods fare that a controller has made. */
final class PodCounts {
    private final Viewpoint viewpoint;

    PodCounts(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    /** {@code 1 Running / 0 Waiting / 0 Succeeded / 0 Failed}. */
    String of(JsonNode controller) {
        Map<String, Integer> counts = new HashMap<>();
        try {
            String uid = controller.path("metadata").path("uid").asText();
            String selector = Pods.selector(controller.path("spec").path("selector"));
            for (JsonNode pod : viewpoint
                    .beside(controller)
                    .list(KnownTypes.POD, ListOptions.ALL.withLabels(selector))
                    .path("items")) {
                if (isOf(pod, uid)) {
                    counts.merge(pod.path("status").path("phase").asText(""), 1, Integer::sum);
                }
            }
        } catch (ApiException e) {
            // Who may not see pods may still see the object.
            return "error in fetching pods: " + e.getMessage();
        }
        return "%d Running / %d Waiting / %d Succeeded / %d Failed"
                .formatted(
                        counts.getOrDefault("Running", 0),
                        counts.getOrDefault("Pending", 0),
                        counts.getOrDefault("Succeeded", 0),
                        counts.getOrDefault("Failed", 0));
    }

    private static boolean isOf(JsonNode pod, String uid) {
        return pod.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> owner.path("controller").asBoolean()
                        && owner.path("uid").asText().equals(uid));
    }
}
