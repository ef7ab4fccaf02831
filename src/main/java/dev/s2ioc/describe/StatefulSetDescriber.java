package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a StatefulSet: its pods, and the storage that each of them has. */
final class StatefulSetDescriber implements Describer {
    private final Viewpoint viewpoint;

    StatefulSetDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode set) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = set.path("spec");
        Header.name(set, outline);
        DeploymentDescriber.created(set, outline);
        outline.line("Selector:", SelectorText.of(spec.path("selector")));
        Header.kubernetes(set, outline);
        outline.line(
                "Replicas:",
                spec.path("replicas").asText("1") + " desired | "
                        + set.path("status").path("replicas").asText("0") + " total");
        JsonNode strategy = spec.path("updateStrategy");
        outline.line("Update Strategy:", strategy.path("type").asText(""));
        JsonNode partition = strategy.path("rollingUpdate").path("partition");
        if (partition.isNumber()) {
            outline.line("  Partition:", partition.asText());
            outline.optional(
                    "  MaxUnavailable",
                    strategy.path("rollingUpdate").path("maxUnavailable").asText(""));
        }
        outline.line("Pods Status:", new PodCounts(viewpoint).of(set));
        PodTemplateDescriber.add(spec.path("template"), outline);
        claims(spec.path("volumeClaimTemplates"), outline);
        new Events(viewpoint).add(List.of(set), outline);
        return outline.toString();
    }

    private static void claims(JsonNode claims, Outline outline) {
        if (claims.isEmpty()) {
            outline.line("Volume Claims:", "<none>");
            return;
        }
        outline.line("Volume Claims:");
        for (JsonNode claim : claims) {
            JsonNode metadata = claim.path("metadata");
            JsonNode spec = claim.path("spec");
            outline.line("  Name:", metadata.path("name").asText(""));
            outline.line("  StorageClass:", spec.path("storageClassName").asText(""));
            outline.map("  Labels", metadata.path("labels"));
            outline.map("  Annotations", metadata.path("annotations"));
            JsonNode storage = spec.path("resources").path("requests").path("storage");
            outline.line("  Capacity:", storage.asText("<default>"));
            outline.line(
                    "  Access Modes:",
                    spec.path("accessModes")
                            .valueStream()
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" ", "[", "]")));
        }
    }
}
