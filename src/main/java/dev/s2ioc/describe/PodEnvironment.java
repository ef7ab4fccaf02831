package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** The lines about the variables that a container is given; those from secrets are named, not shown. */
final class PodEnvironment {
    private final Outline outline;

    PodEnvironment(Outline outline) {
        this.outline = outline;
    }

    void add(JsonNode container) {
        sources(container.path("envFrom"));
        if (container.path("env").isEmpty()) {
            outline.line("    Environment:", "<none>");
            return;
        }
        outline.line("    Environment:");
        for (JsonNode variable : container.path("env")) {
            if (variable.hasNonNull("valueFrom")) {
                reference(variable.path("name").asText(), variable.path("valueFrom"), container);
            } else {
                String front = "      " + variable.path("name").asText() + ":";
                for (String line : variable.path("value").asText("").split("\n", -1)) {
                    outline.line(front, line);
                    front = "      ";
                }
            }
        }
    }

    private void sources(JsonNode sources) {
        if (sources.isEmpty()) {
            return;
        }
        outline.line("    Environment Variables from:");
        for (JsonNode source : sources) {
            boolean map = source.hasNonNull("configMapRef");
            JsonNode reference = source.path(map ? "configMapRef" : "secretRef");
            String prefix = source.path("prefix").asText("");
            outline.line(
                    "      " + reference.path("name").asText(),
                    (map ? "ConfigMap" : "Secret") + (prefix.isEmpty() ? "" : " with prefix '" + prefix + "'"),
                    "Optional: " + reference.path("optional").asBoolean());
        }
    }

    private void reference(String name, JsonNode from, JsonNode container) {
        String front = "      " + name + ":";
        JsonNode field = from.path("fieldRef");
        JsonNode resource = from.path("resourceFieldRef");
        JsonNode secret = from.path("secretKeyRef");
        JsonNode map = from.path("configMapKeyRef");
        if (field.isObject()) {
            outline.line(
                    front,
                    " (" + field.path("apiVersion").asText("v1") + ":"
                            + field.path("fieldPath").asText() + ")");
        } else if (resource.isObject()) {
            outline.line(
                    front,
                    amount(resource, container) + " ("
                            + resource.path("resource").asText() + ")");
        } else if (secret.isObject()) {
            key(front, secret, "in secret");
        } else if (map.isObject()) {
            key(front, map, "of config map");
        }
    }

    /** The amount as the container's resources have it; how the variable counts it is left to the reader. */
    private static String amount(JsonNode reference, JsonNode container) {
        String[] path = reference.path("resource").asText("").split("\\.", 2);
        return path.length < 2
                ? ""
                : container.path("resources").path(path[0]).path(path[1]).asText("");
    }

    private void key(String front, JsonNode reference, String kind) {
        outline.line(
                front,
                "<set to the key '%s' %s '%s'>"
                        .formatted(
                                reference.path("key").asText(),
                                kind,
                                reference.path("name").asText()),
                "Optional: " + reference.path("optional").asBoolean());
    }
}
