package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.store.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the volumes of a pod must and must not say. */
final class VolumeRules {
    private static final Set<String> KINDS =
            Set.of("emptyDir", "secret", "configMap", "downwardAPI", "projected", "persistentVolumeClaim");

    private VolumeRules() {}

    /** Answers the names of those that there are. */
    static Set<String> validate(JsonNode volumes, String field, Causes causes) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < volumes.size(); i++) {
            String where = field + "[" + i + "]";
            JsonNode volume = volumes.get(i);
            String name = Json.at(volume, "name");
            if (name.isEmpty()) {
                causes.required(where + ".name", "");
            } else {
                Names.labelFault(name).ifPresent(fault -> causes.invalid(where + ".name", name, fault));
                if (!names.add(name)) {
                    causes.duplicate(where + ".name", name);
                }
            }
            validateSource(volume, where, causes);
        }
        return names;
    }

    private static void validateSource(JsonNode volume, String where, Causes causes) {
        List<String> given = volume.propertyStream()
                .filter(entry -> !entry.getValue().isNull())
                .map(java.util.Map.Entry::getKey)
                .filter(kind -> !kind.equals("name"))
                .toList();
        if (given.isEmpty()) {
            causes.required(where, "must specify a volume type");
            return;
        }
        for (String more : given.subList(1, given.size())) {
            causes.forbidden(where + "." + more, "may not specify more than 1 volume type");
        }
        String kind = given.getFirst();
        JsonNode source = volume.path(kind);
        if (!KINDS.contains(kind)) {
            causes.invalid(
                    where,
                    kind,
                    kind + " volumes are not allowed to be used: the local cluster has emptyDir, secret, configMap,"
                            + " downwardAPI, projected and persistentVolumeClaim");
            return;
        }
        String at = where + "." + kind;
        switch (kind) {
            case "secret" -> requireName(source, "secretName", at, causes);
            case "configMap" -> requireName(source, "name", at, causes);
            case "persistentVolumeClaim" -> requireName(source, "claimName", at, causes);
            case "downwardAPI" -> validateFields(source.path("items"), at + ".items", causes);
            case "projected" -> validateProjected(source.path("sources"), at + ".sources", causes);
            default -> validateSize(source, at, causes);
        }
        validateItems(source, at, causes);
    }

    private static void validateSize(JsonNode emptyDir, String at, Causes causes) {
        if (emptyDir.hasNonNull("sizeLimit")
                && Quantity.of(emptyDir.get("sizeLimit")).isEmpty()) {
            causes.invalid(at + ".sizeLimit", emptyDir.get("sizeLimit"), Quantity.FAULT);
        }
    }

    private static void requireName(JsonNode source, String name, String at, Causes causes) {
        if (Json.at(source, name).isEmpty()) {
            causes.required(at + "." + name, "");
        }
    }

    private static void validateItems(JsonNode source, String at, Causes causes) {
        validateMode(source.path("defaultMode"), at + ".defaultMode", causes);
        for (int i = 0; i < source.path("items").size(); i++) {
            JsonNode item = source.path("items").get(i);
            String where = at + ".items[" + i + "]";
            if (item.has("key") && Json.at(item, "key").isEmpty()) {
                causes.required(where + ".key", "");
            }
            validatePath(Json.at(item, "path"), where + ".path", causes);
            validateMode(item.path("mode"), where + ".mode", causes);
        }
    }

    private static void validateFields(JsonNode items, String at, Causes causes) {
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String where = at + "[" + i + "]";
            if (item.hasNonNull("fieldRef")) {
                EnvironmentRules.validateField(item.path("fieldRef"), where + ".fieldRef", false, causes);
            } else if (item.hasNonNull("resourceFieldRef")) {
                EnvironmentRules.validateResource(item.path("resourceFieldRef"), where + ".resourceFieldRef", causes);
                requireName(item.path("resourceFieldRef"), "containerName", where + ".resourceFieldRef", causes);
            } else {
                causes.required(where, "one of fieldRef and resourceFieldRef is required");
            }
        }
    }

    private static void validateProjected(JsonNode sources, String at, Causes causes) {
        for (int i = 0; i < sources.size(); i++) {
            String where = at + "[" + i + "]";
            JsonNode projection = sources.get(i);
            if (projection.size() != 1) {
                causes.forbidden(where, "must specify exactly 1 source");
                continue;
            }
            String kind = projection.fieldNames().next();
            JsonNode source = projection.path(kind);
            switch (kind) {
                case "secret", "configMap" -> requireName(source, "name", where + "." + kind, causes);
                case "downwardAPI" -> validateFields(source.path("items"), where + ".downwardAPI.items", causes);
                case "serviceAccountToken" ->
                    validatePath(Json.at(source, "path"), where + ".serviceAccountToken.path", causes);
                default -> causes.forbidden(where + "." + kind, "the local cluster cannot do this");
            }
            validateItems(source, where + "." + kind, causes);
        }
    }

    private static void validateMode(JsonNode mode, String field, Causes causes) {
        if (mode.isNumber() && (mode.asLong() < 0 || mode.asLong() > 0777)) {
            causes.invalid(field, mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }

    private static void validatePath(String path, String field, Causes causes) {
        if (path.isEmpty()) {
            causes.required(field, "");
        } else if (path.startsWith("/")) {
            causes.invalid(field, path, "must be a relative path");
        } else if (leadsOut(path)) {
            causes.invalid(field, path, "must not contain '..'");
        }
    }

    static boolean leadsOut(String path) {
        return Arrays.asList(path.split("/")).contains("..");
    }
}
