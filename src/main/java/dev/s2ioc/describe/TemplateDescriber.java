package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** Describes a Template: what can be filled in, and what comes of it. */
final class TemplateDescriber implements Describer {
    private static final String INDENT = "    ";

    private final Viewpoint viewpoint;

    TemplateDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode template) {
        Outline outline = Outline.openShift();
        Header.openShift(template, viewpoint, outline);
        if (template.path("metadata").path("annotations").isEmpty()) {
            outline.field("Annotations", "");
        }
        outline.line("").field("Parameters", " ");
        template.path("parameters").forEach(parameter -> parameter(parameter, outline));
        outline.line("").map("Object Labels", template.path("labels"));
        outline.line("").field("Message", template.path("message").asText(""));
        outline.line("").separate().field("Objects", " ");
        for (JsonNode object : template.path("objects")) {
            outline.line(
                    INDENT + object.path("kind").asText("<unknown>"),
                    object.path("metadata").path("name").asText(""));
        }
        return outline.toString();
    }

    private static void parameter(JsonNode parameter, Outline outline) {
        outline.field(INDENT + "Name", parameter.path("name").asText(""));
        outline.optional(INDENT + "Display Name", parameter.path("displayName").asText(""));
        outline.optional(INDENT + "Description", parameter.path("description").asText(""));
        outline.field(INDENT + "Required", parameter.path("required").asText("false"));
        String value = parameter.path("value").asText("");
        String generate = parameter.path("generate").asText("");
        if (generate.isEmpty()) {
            outline.field(INDENT + "Value", value);
        } else {
            outline.optional(INDENT + "Value", value);
            outline.field(INDENT + (value.isEmpty() ? "Generated" : "Generated (ignored)"), generate);
            outline.field(INDENT + "From", parameter.path("from").asText(""));
        }
        outline.line("");
    }
}
