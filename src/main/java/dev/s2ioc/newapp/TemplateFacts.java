package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is told about a template before its objects are created. The sentences are oc's. */
final class TemplateFacts {
    private static final String INDENT = "     ";

    private TemplateFacts() {}

    static List<String> of(FoundTemplate template, JsonNode processed, String project) {
        List<String> facts = new ArrayList<>();
        String asked = template.asked().equals(template.name()) ? "" : " for \"" + template.asked() + "\"";
        facts.add("--> Deploying template \"" + template.qualifiedName() + "\"" + asked + " to project " + project);
        JsonNode annotations = template.body().path("metadata").path("annotations");
        String name = annotations.path("openshift.io/display-name").asText("");
        String description = annotations.path("description").asText("");
        String message = processed.path("message").asText("");
        if (!name.isEmpty() || !description.isEmpty() || !message.isEmpty()) {
            facts.add("");
            facts.add(INDENT + (name.isEmpty() ? template.name() : name));
            facts.add(INDENT + "---------");
            description.lines().map(line -> INDENT + line).forEach(facts::add);
        }
        if (!message.isEmpty()) {
            facts.add("");
            message.lines().map(line -> INDENT + line).forEach(facts::add);
        }
        if (!processed.path("parameters").isEmpty()) {
            facts.add("");
            facts.add(INDENT + "* With parameters:");
            processed.path("parameters").forEach(parameter -> facts.add(INDENT + "   * " + told(parameter)));
        }
        return facts;
    }

    private static String told(JsonNode parameter) {
        String name = parameter.path("displayName").asText("");
        boolean generated = !parameter.path("generate").asText("").isEmpty();
        return (name.isEmpty() ? parameter.path("name").asText() : name) + "="
                + parameter.path("value").asText("") + (generated ? " # generated" : "");
    }
}
