package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.util.Map;

/** The lines about a pod's volumes. */
final class PodVolumes {
    private final Outline outline;
    private final String indent;
    private final String nameIndent;

    PodVolumes(Outline outline) {
        this(outline, "", "  ");
    }

    /** For those of a pod template, whose title and names stand further to the right; all else does not. */
    static PodVolumes inTemplate(Outline outline) {
        return new PodVolumes(outline, "  ", "   ");
    }

    private PodVolumes(Outline outline, String indent, String nameIndent) {
        this.outline = outline;
        this.indent = indent;
        this.nameIndent = nameIndent;
    }

    void add(JsonNode volumes) {
        if (volumes.isEmpty()) {
            outline.line(indent + "Volumes:", "<none>");
            return;
        }
        outline.line(indent + "Volumes:");
        for (JsonNode volume : volumes) {
            outline.line(nameIndent + volume.path("name").asText() + ":");
            for (Map.Entry<String, JsonNode> source : volume.properties()) {
                if (!source.getKey().equals("name")) {
                    source(source.getKey(), source.getValue());
                }
            }
        }
    }

    /** Where files come from, by the name of the field that says it. */
    void source(String kind, JsonNode source) {
        switch (kind) {
            case "emptyDir" -> emptyDir(source);
            case "hostPath" -> hostPath(source);
            case "secret" -> secret(source);
            case "configMap" -> configMap(source);
            case "persistentVolumeClaim" -> claim(source);
            case "projected" -> projected(source);
            case "downwardAPI" -> downward(source);
            default -> other(kind, source);
        }
    }

    private void emptyDir(JsonNode source) {
        outline.line("    Type:", "EmptyDir (a temporary directory that shares a pod's lifetime)");
        outline.line("    Medium:", source.path("medium").asText(""));
        outline.line("    SizeLimit:", source.path("sizeLimit").asText("<unset>"));
    }

    private void hostPath(JsonNode source) {
        outline.line("    Type:", "HostPath (bare host directory volume)");
        outline.line("    Path:", source.path("path").asText(""));
        outline.line("    HostPathType:", source.path("type").asText(""));
    }

    private void secret(JsonNode source) {
        outline.line("    Type:", "Secret (a volume populated by a Secret)");
        outline.line("    SecretName:", source.path("secretName").asText(""));
        outline.line("    Optional:", source.path("optional").asText("false"));
    }

    private void configMap(JsonNode source) {
        outline.line("    Type:", "ConfigMap (a volume populated by a ConfigMap)");
        outline.line("    Name:", source.path("name").asText(""));
        outline.line("    Optional:", source.path("optional").asText("false"));
    }

    private void claim(JsonNode source) {
        outline.line(
                "    Type:", "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)");
        outline.line("    ClaimName:", source.path("claimName").asText(""));
        outline.line("    ReadOnly:", source.path("readOnly").asText("false"));
    }

    private void projected(JsonNode source) {
        outline.line("    Type:", "Projected (a volume that contains injected data from multiple sources)");
        for (JsonNode part : source.path("sources")) {
            JsonNode token = part.path("serviceAccountToken");
            if (token.isObject()) {
                outline.line(
                        "    TokenExpirationSeconds:",
                        token.path("expirationSeconds").asText(""));
            }
            if (part.hasNonNull("downwardAPI")) {
                outline.line("    DownwardAPI:", "true");
            }
            named("SecretName", part.path("secret"));
            named("ConfigMapName", part.path("configMap"));
        }
    }

    private void named(String label, JsonNode part) {
        if (part.isObject()) {
            outline.line("    " + label + ":", part.path("name").asText(""));
            outline.line("    Optional:", part.path("optional").asText("false"));
        }
    }

    private void downward(JsonNode source) {
        outline.line("    Type:", "DownwardAPI (a volume populated by information about the pod)");
        outline.line("    Items:");
        source.path("items")
                .forEach(item -> outline.line("      "
                        + item.path("fieldRef")
                                .path("fieldPath")
                                .asText(item.path("resourceFieldRef")
                                        .path("resource")
                                        .asText())
                        + " -> " + item.path("path").asText()));
    }

    private void other(String kind, JsonNode source) {
        outline.line("    Type:", FieldLabel.of(kind).replace(" ", ""));
        source.properties()
                .forEach(field -> outline.line(
                        "    " + FieldLabel.of(field.getKey()).replace(" ", "") + ":", GoText.of(field.getValue())));
    }
}
