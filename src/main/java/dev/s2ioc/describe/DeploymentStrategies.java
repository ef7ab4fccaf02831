package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** The lines about what a DeploymentConfig does before, while and after it replaces pods. */
final class DeploymentStrategies {
    private DeploymentStrategies() {}

    static void add(JsonNode strategy, Outline outline) {
        JsonNode custom = strategy.path("customParams");
        if (custom.isObject()) {
            outline.line("  Image:", custom.path("image").asText("<default>"));
            environment("  Environment:", custom.path("environment"), outline);
            command("  Command:", custom.path("command"), outline);
        }
        JsonNode recreate = strategy.path("recreateParams");
        hook("Pre-deployment", recreate.path("pre"), outline);
        hook("Mid-deployment", recreate.path("mid"), outline);
        hook("Post-deployment", recreate.path("post"), outline);
        JsonNode rolling = strategy.path("rollingParams");
        hook("Pre-deployment", rolling.path("pre"), outline);
        hook("Post-deployment", rolling.path("post"), outline);
    }

    private static void hook(String title, JsonNode hook, Outline outline) {
        String policy = hook.path("failurePolicy").asText("");
        JsonNode pod = hook.path("execNewPod");
        if (pod.isObject()) {
            outline.line("  " + title + " hook (pod type, failure policy: " + policy + "):");
            outline.line("    Container:", pod.path("containerName").asText(""));
            command("    Command:", pod.path("command"), outline);
            environment("    Env:", pod.path("env"), outline);
        }
        if (!hook.path("tagImages").isEmpty()) {
            outline.line("  " + title + " hook (tag images, failure policy: " + policy + "):");
            for (JsonNode image : hook.path("tagImages")) {
                JsonNode to = image.path("to");
                String where = "container " + image.path("containerName").asText("") + " to "
                        + to.path("kind").asText("") + " " + to.path("name").asText("") + " "
                        + to.path("namespace").asText("");
                outline.line("    Tag:", where.strip());
            }
        }
    }

    private static void command(String label, JsonNode command, Outline outline) {
        if (!command.isEmpty()) {
            String words = command.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
            String front = label;
            for (String line : words.strip().split("\n")) {
                outline.line(front, line);
                front = "";
            }
        }
    }

    private static void environment(String label, JsonNode variables, Outline outline) {
        if (!variables.isEmpty()) {
            outline.line(
                    label,
                    variables
                            .valueStream()
                            .map(one -> one.path("name").asText() + "="
                                    + one.path("value").asText(""))
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
    }
}
