package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** The lines about what holds of an object that controls others. */
final class Conditions {
    private Conditions() {}

    static void add(JsonNode conditions, Outline outline) {
        if (conditions.isEmpty()) {
            return;
        }
        outline.line("Conditions:");
        outline.line("  Type", "Status", "Reason");
        outline.line("  ----", "------", "------");
        conditions.forEach(condition -> outline.line(
                "  " + condition.path("type").asText("") + " ",
                condition.path("status").asText(""),
                condition.path("reason").asText("")));
    }
}
