package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;

/** What a build's specification must and must not say, the source excepted. */
final class BuildRules {
    private static final List<String> STRATEGIES =
            List.of("sourceStrategy", "customStrategy", "dockerStrategy", "jenkinsPipelineStrategy");
    private static final Set<String> IMAGE_KINDS = Set.of("ImageStreamTag", "ImageStreamImage", "DockerImage");
    private static final List<String> OPTIMIZATIONS = List.of("None", "SkipLayers", "SkipLayersAndWarn");

    private BuildRules() {}

    static void validate(JsonNode spec, Causes causes) {
        BuildSourceRules.validate(spec, causes);
        validateStrategy(spec.path("strategy"), causes);
        validateOutput(spec.path("output"), causes);
        JsonNode deadline = spec.path("completionDeadlineSeconds");
        if (deadline.isNumber() && deadline.asLong() <= 0) {
            causes.invalid(
                    "spec.completionDeadlineSeconds",
                    deadline,
                    "completionDeadlineSeconds must be a positive integer greater than 0");
        }
        JsonNode hook = spec.path("postCommit");
        if (!hook.path("command").isEmpty() && !Json.at(hook, "script").isEmpty()) {
            causes.invalid("spec.postCommit", hook, "cannot use command and script together");
        }
        spec.path("nodeSelector").propertyStream().forEach(entry -> {
            if (Labels.keyFault(entry.getKey()).isPresent()
                    || !Labels.isValue(entry.getValue().asText())) {
                causes.invalid("spec.nodeSelector", entry.getKey(), "must be a label key with a label value");
            }
        });
    }

    private static void validateStrategy(JsonNode strategy, Causes causes) {
        List<String> given = STRATEGIES.stream().filter(strategy::hasNonNull).toList();
        if (given.size() != 1) {
            causes.invalid(
                    "spec.strategy",
                    strategy,
                    "must provide a value for exactly one of sourceStrategy, customStrategy, dockerStrategy, or"
                            + " jenkinsPipelineStrategy");
            return;
        }
        String field = "spec.strategy." + given.getFirst();
        JsonNode only = strategy.path(given.getFirst());
        boolean required = Set.of("sourceStrategy", "customStrategy").contains(given.getFirst());
        if (only.hasNonNull("from") || required) {
            validateImage(only.path("from"), field + ".from", causes);
        }
        validateEnvironment(only.path("env"), field + ".env", causes);
        if (given.getFirst().equals("dockerStrategy")) {
            validateDocker(only, field, causes);
        }
        validateVolumes(only.path("volumes"), field + ".volumes", causes);
        String jenkinsfile = Json.at(only, "jenkinsfile");
        if (jenkinsfile.length() > BuildSourceRules.LARGEST_TEXT) {
            causes.invalid(field + ".jenkinsfile", "", "must be smaller than 60000 bytes");
        }
    }

    private static void validateDocker(JsonNode docker, String field, Causes causes) {
        BuildSourceRules.validateRelative(Json.at(docker, "dockerfilePath"), field + ".dockerfilePath", causes);
        String optimization = Json.at(docker, "imageOptimizationPolicy");
        if (!optimization.isEmpty() && !OPTIMIZATIONS.contains(optimization)) {
            causes.notSupported(field + ".imageOptimizationPolicy", optimization, OPTIMIZATIONS);
        }
        validateEnvironment(docker.path("buildArgs"), field + ".buildArgs", causes);
    }

    static void validateImage(JsonNode reference, String field, Causes causes) {
        String kind = Json.at(reference, "kind");
        String name = Json.at(reference, "name");
        if (kind.isEmpty() && name.isEmpty()) {
            causes.required(field, "");
            return;
        }
        if (!IMAGE_KINDS.contains(kind)) {
            causes.invalid(
                    field + ".kind", kind, "valid values are 'DockerImage', 'ImageStreamTag', and 'ImageStreamImage'");
        }
        if (name.isEmpty()) {
            causes.required(field + ".name", "");
        } else if (kind.equals("ImageStreamTag") && !isNameAndTag(name)) {
            causes.invalid(field + ".name", name, "ImageStreamTag object references must be in the form <name>:<tag>");
        } else if (kind.equals("ImageStreamImage") && !name.contains("@")) {
            causes.invalid(field + ".name", name, "ImageStreamImage object references must be in the form <name>@<id>");
        }
    }

    private static boolean isNameAndTag(String name) {
        String[] parts = name.split(":", -1);
        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty();
    }

    private static void validateOutput(JsonNode output, Causes causes) {
        JsonNode to = output.path("to");
        if (to.isObject()) {
            String kind = Json.at(to, "kind");
            String name = Json.at(to, "name");
            if (!Set.of("ImageStreamTag", "DockerImage").contains(kind)) {
                causes.invalid(
                        "spec.output.to.kind",
                        kind,
                        "the target of build output must be an 'ImageStreamTag' or 'DockerImage'");
            } else if (name.isEmpty()) {
                causes.required("spec.output.to.name", "");
            } else if (kind.equals("ImageStreamTag") && !isNameAndTag(name)) {
                causes.invalid(
                        "spec.output.to.name",
                        name,
                        "ImageStreamTag object references must be in the form <name>:<tag>");
            }
        }
        Set<String> names = new java.util.HashSet<>();
        JsonNode labels = output.path("imageLabels");
        for (int i = 0; i < labels.size(); i++) {
            String name = Json.at(labels.get(i), "name");
            String field = "spec.output.imageLabels[" + i + "].name";
            if (name.isEmpty()) {
                causes.required(field, "");
            } else if (!names.add(name)) {
                causes.invalid(field, name, "duplicate name");
            }
        }
    }

    private static void validateEnvironment(JsonNode variables, String field, Causes causes) {
        for (int i = 0; i < variables.size(); i++) {
            String name = Json.at(variables.get(i), "name");
            if (name.isEmpty()) {
                causes.required(field + "[" + i + "].name", "");
            } else if (!name.matches("[-._a-zA-Z][-._a-zA-Z0-9]*")) {
                causes.invalid(
                        field + "[" + i + "].name",
                        name,
                        "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.',"
                                + " and must not start with a digit");
            }
        }
    }

    private static void validateVolumes(JsonNode volumes, String field, Causes causes) {
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.get(i);
            if (Json.at(volume, "name").isEmpty()) {
                causes.required(field + "[" + i + "].name", "");
            }
            JsonNode mounts = volume.path("mounts");
            for (int j = 0; j < mounts.size(); j++) {
                String path = Json.at(mounts.get(j), "destinationPath");
                String at = field + "[" + i + "].mounts[" + j + "].destinationPath";
                if (!path.startsWith("/")) {
                    causes.invalid(at, path, "must be an absolute path");
                } else if (path.contains(":")) {
                    causes.invalid(at, path, "must not contain ':'");
                }
            }
        }
    }
}
