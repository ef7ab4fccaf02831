package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;

/** What the environment of a container must and must not say. */
final class EnvironmentRules {
    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
    private static final List<String> FIELDS = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final Set<String> MAPS = Set.of("metadata.labels", "metadata.annotations");
    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");

    private EnvironmentRules() {}

    static void validate(JsonNode container, String field, Causes causes) {
        for (int i = 0; i < container.path("env").size(); i++) {
            String where = field + ".env[" + i + "]";
            JsonNode variable = container.path("env").get(i);
            String name = Json.at(variable, "name");
            if (name.isEmpty()) {
                causes.required(where + ".name", "");
            } else if (name.indexOf('=') >= 0 || !name.chars().allMatch(c -> c > 31 && c < 127)) {
                causes.invalid(
                        where + ".name",
                        name,
                        "a valid environment variable name must consist only of printable ASCII characters other than"
                                + " '='");
            }
            if (variable.hasNonNull("valueFrom")) {
                validateSource(variable, where, causes);
            }
        }
        for (int i = 0; i < container.path("envFrom").size(); i++) {
            validateMany(container.path("envFrom").get(i), field + ".envFrom[" + i + "]", causes);
        }
    }

    private static void validateSource(JsonNode variable, String where, Causes causes) {
        JsonNode from = variable.path("valueFrom");
        List<String> given = SOURCES.stream().filter(from::hasNonNull).toList();
        if (given.isEmpty()) {
            causes.invalid(
                    where + ".valueFrom",
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`");
            return;
        }
        if (!Json.at(variable, "value").isEmpty()) {
            causes.invalid(where + ".valueFrom", "", "may not be specified when `value` is not empty");
        }
        if (given.size() > 1) {
            causes.invalid(where + ".valueFrom", "", "may not have more than one field specified at a time");
        }
        for (String kind : given) {
            validateSource(from.path(kind), kind, where + ".valueFrom." + kind, causes);
        }
    }

    private static void validateSource(JsonNode source, String kind, String where, Causes causes) {
        switch (kind) {
            case "fieldRef" -> validateField(source, where, true, causes);
            case "resourceFieldRef" -> validateResource(source, where, causes);
            case "fileKeyRef" -> causes.forbidden(where, "the local cluster cannot do this");
            default -> {
                for (String needed : List.of("name", "key")) {
                    if (Json.at(source, needed).isEmpty()) {
                        causes.required(where + "." + needed, "");
                    }
                }
            }
        }
    }

    /** @param single whether the field must be one text, as a variable's; files may have whole maps */
    static void validateField(JsonNode source, String where, boolean single, Causes causes) {
        String path = Json.at(source, "fieldPath");
        if (path.isEmpty()) {
            causes.required(where + ".fieldPath", "");
        } else if (path.matches("metadata\\.(labels|annotations)\\['.+'\\]") || !single && MAPS.contains(path)) {
            return;
        } else if (single && !FIELDS.contains(path)) {
            causes.notSupported(where + ".fieldPath", path, FIELDS);
        } else if (!single && !path.startsWith("metadata.")) {
            causes.notSupported(
                    where + ".fieldPath",
                    path,
                    List.of(
                            "metadata.annotations",
                            "metadata.labels",
                            "metadata.name",
                            "metadata.namespace",
                            "metadata.uid"));
        }
    }

    static void validateResource(JsonNode source, String where, Causes causes) {
        String resource = Json.at(source, "resource");
        if (resource.isEmpty()) {
            causes.required(where + ".resource", "");
        } else if (!RESOURCES.contains(resource)) {
            causes.notSupported(where + ".resource", resource, RESOURCES);
        }
    }

    private static void validateMany(JsonNode source, String where, Causes causes) {
        List<String> given = List.of("configMapRef", "secretRef").stream()
                .filter(source::hasNonNull)
                .toList();
        if (given.isEmpty()) {
            causes.invalid(where, "", "must specify one of: `configMapRef` or `secretRef`");
        } else if (given.size() > 1) {
            causes.invalid(where, "", "may not have more than one field specified at a time");
        }
        for (String kind : given) {
            if (Json.at(source, kind, "name").isEmpty()) {
                causes.required(where + "." + kind + ".name", "");
            }
        }
    }
}
