package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes a PersistentVolume: where its files are, and who has claimed it. */
final class VolumeDescriber implements Describer {
    private static final Map<String, String> SHORT = Map.of(
            "ReadWriteOnce", "RWO",
            "ReadOnlyMany", "ROX",
            "ReadWriteMany", "RWX",
            "ReadWriteOncePod", "RWOP");

    /** All else in the spec is where the volume comes from. */
    private static final Set<String> NO_SOURCE = Set.of(
            "accessModes",
            "capacity",
            "claimRef",
            "mountOptions",
            "nodeAffinity",
            "persistentVolumeReclaimPolicy",
            "storageClassName",
            "volumeAttributesClassName",
            "volumeMode");

    private final Viewpoint viewpoint;

    VolumeDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode volume) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = volume.path("spec");
        JsonNode claim = spec.path("claimRef");
        outline.line("Name:", volume.path("metadata").path("name").asText(""));
        Header.kubernetes(volume, outline);
        outline.line("Finalizers:", finalizers(volume));
        outline.line("StorageClass:", spec.path("storageClassName").asText(""));
        outline.line("Status:", volume.path("status").path("phase").asText(""));
        outline.line(
                "Claim:",
                claim.isObject()
                        ? claim.path("namespace").asText() + "/"
                                + claim.path("name").asText()
                        : "");
        outline.line(
                "Reclaim Policy:", spec.path("persistentVolumeReclaimPolicy").asText(""));
        outline.line("Access Modes:", accessModes(spec));
        outline.line("VolumeMode:", spec.path("volumeMode").asText("Filesystem"));
        outline.line("Capacity:", spec.path("capacity").path("storage").asText(""));
        outline.line(
                "Node Affinity:",
                spec.hasNonNull("nodeAffinity") ? spec.path("nodeAffinity").toString() : "<none>");
        outline.line("Message:", volume.path("status").path("message").asText(""));
        outline.line("Source:");
        PodVolumes sources = new PodVolumes(outline);
        spec.properties().stream()
                .filter(field -> !NO_SOURCE.contains(field.getKey()))
                .forEach(field -> sources.source(field.getKey(), field.getValue()));
        new Events(viewpoint).add(List.of(volume), outline);
        return outline.toString();
    }

    /** As Go prints a list. */
    static String finalizers(JsonNode object) {
        return object.path("metadata")
                .path("finalizers")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(" ", "[", "]"));
    }

    /** In short, as tables have them. */
    static String accessModes(JsonNode owner) {
        return owner.path("accessModes")
                .valueStream()
                .map(mode -> SHORT.getOrDefault(mode.asText(), mode.asText()))
                .collect(Collectors.joining(","));
    }
}
