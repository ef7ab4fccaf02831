package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Describes a Project: what it is for, and what it may use. */
final class ProjectDescriber implements Describer {
    private static final ResourceType QUOTA = core("resourcequotas", "ResourceQuota");
    private static final ResourceType LIMITS = core("limitranges", "LimitRange");

    private final Viewpoint viewpoint;

    ProjectDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    private static ResourceType core(String plural, String kind) {
        return new ResourceType(
                "", "v1", plural, kind.toLowerCase(Locale.ROOT), kind, true, List.of(), List.of(), List.of());
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
        String namespace = project.path("metadata").path("name").asText();
        quotas(in(namespace, QUOTA), outline);
        limits(in(namespace, LIMITS), outline);
        return outline.toString();
    }

    /** The objects of a type, or none where the server has no such type or does not show it to this user. */
    private JsonNode in(String namespace, ResourceType type) {
        try {
            return viewpoint.session().resources().in(namespace).list(type).path("items");
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return MissingNode.getInstance();
            }
            throw e;
        }
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
