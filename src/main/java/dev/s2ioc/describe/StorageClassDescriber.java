package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes a StorageClass: who makes its volumes, and what becomes of them. */
final class StorageClassDescriber implements Describer {
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private final Viewpoint viewpoint;

    StorageClassDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode type) {
        Outline outline = Outline.kubernetes();
        JsonNode annotations = type.path("metadata").path("annotations");
        boolean usual = annotations.path(DEFAULT).asText("").equals("true");
        outline.line("Name:", type.path("metadata").path("name").asText(""));
        outline.line("IsDefaultClass:", usual ? "Yes" : "No");
        outline.line("Annotations:", pairs(annotations));
        outline.line("Provisioner:", type.path("provisioner").asText(""));
        outline.line("Parameters:", pairs(type.path("parameters")));
        outline.line("AllowVolumeExpansion:", expansion(type.path("allowVolumeExpansion")));
        if (type.path("mountOptions").isEmpty()) {
            outline.line("MountOptions:", "<none>");
        } else {
            outline.line("MountOptions:");
            type.path("mountOptions").forEach(option -> outline.line("  " + option.asText()));
        }
        outline.line("ReclaimPolicy:", type.path("reclaimPolicy").asText(""));
        outline.line("VolumeBindingMode:", type.path("volumeBindingMode").asText(""));
        new Events(viewpoint).add(List.of(type), outline);
        return outline.toString();
    }

    private static String expansion(JsonNode allowed) {
        return allowed.isBoolean() ? allowed.asBoolean() ? "True" : "False" : "<unset>";
    }

    private static String pairs(JsonNode map) {
        Map<String, String> sorted = Outline.sorted(map);
        return sorted.isEmpty()
                ? "<none>"
                : sorted.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
