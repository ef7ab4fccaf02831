package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Describes a Project: what it is for, and what it may use. */
final class ProjectDescriber implements Describer {
    private final Viewpoint viewpoint;

    ProjectDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode project) {
        Outline outline = Outline.openShift();
        Header.openShift(project, viewpoint, outline);
        JsonNode annotations = project.path("metadata").path("annotations");
        outline.field(
                "Display Name", annotations.path("openshift.io/display-name").asText(""));
        outline.field(
                "Description", annotations.path("openshift.io/description").asText(""));
        outline.field("Status", project.path("status").path("phase").asText(""));
        outline.field(
                "Node Selector", annotations.path("openshift.io/node-selector").asText(""));
        Allowances allowances =
                new Allowances(viewpoint, project.path("metadata").path("name").asText());
        quotas(allowances.quotas().orElse(MissingNode.getInstance()), outline);
        limits(allowances.limits().orElse(MissingNode.getInstance()), outline);
        return outline.toString();
    }

    private static void quotas(JsonNode quotas, Outline outline) {
        if (quotas.isEmpty()) {
            outline.field("Quota", "");
            return;
        }
        outline.line("Quota:");
        for (JsonNode quota : quotas) {
            outline.line("", "Name:", quota.path("metadata").path("name").asText());
            outline.line("", "Resource", "Used", "Hard");
            outline.line("", "--------", "----", "----");
            JsonNode used = quota.path("status").path("used");
            for (Map.Entry<String, String> hard :
                    Outline.sorted(quota.path("status").path("hard")).entrySet()) {
                outline.line("", hard.getKey(), used.path(hard.getKey()).asText("0"), hard.getValue());
            }
        }
    }

    private static void limits(JsonNode ranges, Outline outline) {
        if (ranges.isEmpty()) {
            outline.field("Resource limits", "");
            return;
        }
        outline.line("Resource limits:");
        for (JsonNode range : ranges) {
            outline.line("", "Name:", range.path("metadata").path("name").asText());
            outline.line("", "Type", "Resource", "Min", "Max", "Default");
            outline.line("", "----", "--------", "---", "---", "-------");
            range.path("spec").path("limits").forEach(limit -> limit(limit, outline));
        }
    }

    private static void limit(JsonNode limit, Outline outline) {
        List<String> columns = List.of("min", "max", "default");
        TreeSet<String> resources = new TreeSet<>();
        columns.forEach(column -> limit.path(column).properties().forEach(field -> resources.add(field.getKey())));
        for (String resource : resources) {
            outline.line(
                    "",
                    limit.path("type").asText(""),
                    resource,
                    limit.path("min").path(resource).asText("-"),
                    limit.path("max").path(resource).asText("-"),
                    limit.path("default").path(resource).asText("-"));
        }
    }
}
