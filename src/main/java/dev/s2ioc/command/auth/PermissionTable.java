package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.TabWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what a user may do into a table: one row for each resource, with all that may be done to it. */
final class PermissionTable {

    /**
     * What something may be done to.
     *
     * @param names empty for all objects
     * @param paths empty for a resource
     */
    private record Target(String group, String resource, List<String> names, List<String> paths) {
        String title() {
            int slash = resource.indexOf('/');
            String plural = slash < 0 ? resource : resource.substring(0, slash);
            String part = slash < 0 ? "" : resource.substring(slash);
            return plural + (group.isEmpty() ? "" : "." + group) + part;
        }
    }

    private PermissionTable() {}

    /** @param status of a SelfSubjectRulesReview */
    static TabWriter of(JsonNode status, boolean noHeaders) {
        TabWriter table = TabWriter.forTables();
        if (!noHeaders) {
            table.line("Resources", "Non-Resource URLs", "Resource Names", "Verbs");
        }
        Map<Target, Set<String>> verbs = verbs(status);
        verbs.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Target, Set<String>> row) -> text(row.getValue()))
                        .thenComparing(row -> row.getKey().group())
                        .thenComparing(row -> row.getKey().resource())
                        .thenComparing(row -> text(row.getKey().names()))
                        .thenComparing(row -> text(row.getKey().paths())))
                .forEach(row -> table.line(
                        row.getKey().title(),
                        text(row.getKey().paths()),
                        text(row.getKey().names()),
                        text(row.getValue())));
        return table;
    }

    private static Map<Target, Set<String>> verbs(JsonNode status) {
        Map<Target, Set<String>> verbs = new LinkedHashMap<>();
        for (JsonNode rule : status.path("resourceRules")) {
            for (String group : texts(rule.path("apiGroups"))) {
                for (String resource : texts(rule.path("resources"))) {
                    Target target = new Target(group, resource, texts(rule.path("resourceNames")), List.of());
                    verbs.computeIfAbsent(target, key -> new LinkedHashSet<>()).addAll(texts(rule.path("verbs")));
                }
            }
        }
        for (JsonNode rule : status.path("nonResourceRules")) {
            for (String path : texts(rule.path("nonResourceURLs"))) {
                Target target = new Target("", "", List.of(), List.of(path));
                verbs.computeIfAbsent(target, key -> new LinkedHashSet<>()).addAll(texts(rule.path("verbs")));
            }
        }
        return verbs;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(Iterable<String> texts) {
        return "[" + String.join(" ", texts) + "]";
    }
}
