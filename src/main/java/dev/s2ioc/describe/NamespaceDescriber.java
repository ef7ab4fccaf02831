package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.Ages;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Describes a Namespace: how it fares, and what may be used in it. */
final class NamespaceDescriber implements Describer {
    private final Viewpoint viewpoint;

    NamespaceDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode namespace) {
        Outline outline = Outline.kubernetes();
        String name = namespace.path("metadata").path("name").asText("");
        outline.line("Name:", name);
        Header.kubernetes(namespace, outline);
        outline.line("Status:", namespace.path("status").path("phase").asText(""));
        conditions(namespace.path("status").path("conditions"), outline);
        Allowances allowances = new Allowances(viewpoint, name);
        allowances.quotas().ifPresent(quotas -> quotas(quotas, outline));
        allowances.limits().ifPresent(ranges -> limits(ranges, outline));
        return outline.toString();
    }

    private static void conditions(JsonNode conditions, Outline outline) {
        if (conditions.isEmpty()) {
            return;
        }
        outline.line("Conditions:");
        outline.line("  Type", "Status", "LastTransitionTime", "Reason", "Message");
        outline.line("  ----", "------", "------------------", "------", "-------");
        for (JsonNode condition : conditions) {
            Optional<String> since = Ages.instant(
                            condition.path("lastTransitionTime").asText(""))
                    .map(PodDescriber.RFC_1123_WITH_ZONE::format);
            outline.line(
                    "  " + condition.path("type").asText(""),
                    condition.path("status").asText(""),
                    since.orElse(""),
                    condition.path("reason").asText(""),
                    condition.path("message").asText(""));
        }
    }

    private static void quotas(JsonNode quotas, Outline outline) {
        outline.line("");
        if (quotas.isEmpty()) {
            outline.line("No resource quota.");
            return;
        }
        outline.line("Resource Quotas");
        for (JsonNode quota : quotas) {
            outline.line("  Name:", quota.path("metadata").path("name").asText());
            outline.line("  Resource", "Used", "Hard");
            outline.line("  --------", "---", "---");
            JsonNode used = quota.path("status").path("used");
            for (Map.Entry<String, String> hard :
                    Outline.sorted(quota.path("status").path("hard")).entrySet()) {
                outline.line("  " + hard.getKey(), used.path(hard.getKey()).asText("0"), hard.getValue());
            }
        }
    }

    private static void limits(JsonNode ranges, Outline outline) {
        outline.line("");
        if (ranges.isEmpty()) {
            outline.line("No LimitRange resource.");
            return;
        }
        outline.line("Resource Limits");
        outline.line(" Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio");
        outline.line(" ----", "--------", "---", "---", "---------------", "-------------", "-----------------------");
        for (JsonNode range : ranges) {
            for (JsonNode limit : range.path("spec").path("limits")) {
                limit(limit, outline);
            }
        }
    }

    private static void limit(JsonNode limit, Outline outline) {
        String[] columns = {"min", "max", "defaultRequest", "default", "maxLimitRequestRatio"};
        TreeSet<String> resources = new TreeSet<>();
        for (String column : columns) {
            limit.path(column).properties().forEach(field -> resources.add(field.getKey()));
        }
        for (String resource : resources) {
            String[] cells = new String[columns.length + 2];
            cells[0] = " " + limit.path("type").asText("");
            cells[1] = resource;
            for (int i = 0; i < columns.length; i++) {
                cells[i + 2] = limit.path(columns[i]).path(resource).asText("-");
            }
            outline.line(cells);
        }
    }
}
