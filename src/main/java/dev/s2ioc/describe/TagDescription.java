package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** The lines below a tag's name: where it comes from, what is said of it, what it held and holds. */
final class TagDescription {
    private final JsonNode stream;
    private final Viewpoint viewpoint;
    private final Outline outline;

    TagDescription(JsonNode stream, Viewpoint viewpoint, Outline outline) {
        this.stream = stream;
        this.viewpoint = viewpoint;
        this.outline = outline;
    }

    /**
     * @param specified the tag in the stream's spec, or null
     * @param seen the tag in the stream's status, or null
     */
    void add(JsonNode specified, JsonNode seen) {
        JsonNode spec = specified == null ? MissingNode.getInstance() : specified;
        JsonNode status = seen == null ? MissingNode.getInstance() : seen;
        outline.line("  " + origin(spec));
        if (spec.path("importPolicy").path("insecure").asBoolean()) {
            outline.line("    will use insecure HTTPS or HTTP connections");
        }
        if (spec.path("referencePolicy").path("type").asText("").equals("Local")) {
            outline.line("    prefer registry pullthrough when referencing this tag");
        }
        outline.line("");
        annotations(spec.path("annotations"));
        if (isImporting(spec, status)) {
            outline.line("  ~ importing latest image ...");
        }
        status.path("conditions").forEach(this::failure);
        items(status.path("items"));
    }

    private String origin(JsonNode spec) {
        if (spec.isMissingNode()) {
            return "no spec tag";
        }
        JsonNode from = spec.path("from");
        if (!from.hasNonNull("name")) {
            return "tag without source image";
        }
        String namespace = from.path("namespace").asText("");
        boolean elsewhere = !namespace.isEmpty()
                && !namespace.equals(stream.path("metadata").path("namespace").asText(""));
        String name = (elsewhere ? namespace + "/" : "") + from.path("name").asText();
        boolean registry = from.path("kind").asText("").equals("DockerImage");
        if (spec.path("reference").asBoolean()) {
            return "reference to " + (registry ? "registry " : "") + name;
        }
        return registry && spec.path("importPolicy").path("scheduled").asBoolean()
                ? "updates automatically from registry " + name
                : "tagged from " + name;
    }

    private void annotations(JsonNode annotations) {
        record Line(String front, String text) {}
        List<Line> lines = List.of(
                new Line("", annotations.path("description").asText("")),
                new Line("Tags: ", listed(annotations.path("tags"))),
                new Line("Supports: ", listed(annotations.path("supports"))),
                new Line("Example Repo: ", annotations.path("sampleRepo").asText("")));
        List<Line> told = lines.stream().filter(line -> !line.text().isEmpty()).toList();
        told.forEach(line -> outline.line("  " + line.front() + line.text()));
        if (!told.isEmpty()) {
            outline.line("");
        }
    }

    private static String listed(JsonNode commaSeparated) {
        return String.join(", ", commaSeparated.asText("").split(","));
    }

    /** Whether the spec has been changed since the registry was asked last. */
    private static boolean isImporting(JsonNode spec, JsonNode status) {
        if (!spec.path("from").hasNonNull("name")
                || spec.path("reference").asBoolean()
                || !spec.hasNonNull("generation")) {
            return false;
        }
        long observed = status.path("items").path(0).path("generation").asLong();
        for (JsonNode condition : status.path("conditions")) {
            observed = Math.max(observed, condition.path("generation").asLong());
        }
        return spec.path("generation").asLong() > observed;
    }

    private void failure(JsonNode condition) {
        boolean failed = condition.path("type").asText("").equals("ImportSuccess")
                && condition.path("status").asText("").equals("False");
        if (failed) {
            outline.line("  ! error: Import failed (" + condition.path("reason").asText("") + "): "
                    + condition.path("message").asText(""));
            outline.line("      " + viewpoint.ago(condition.path("lastTransitionTime")));
        }
    }

    private void items(JsonNode items) {
        String mark = "*";
        for (JsonNode item : items) {
            String reference = item.path("dockerImageReference").asText("");
            String image = item.path("image").asText("");
            String ago = "      " + viewpoint.ago(item.path("created"));
            outline.line("  " + mark + " " + reference);
            if (image.isEmpty() || reference.endsWith("@" + image)) {
                outline.line(ago);
            } else {
                outline.line(ago, image);
            }
            mark = " ";
        }
    }
}
