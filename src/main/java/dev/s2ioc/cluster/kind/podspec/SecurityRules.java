package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import java.util.List;

/** Which rights a pod can ask for: any user, but nothing that would need more than a user's rights on this machine. */
final class SecurityRules {
    private SecurityRules() {}

    static void validatePod(JsonNode context, String field, Causes causes) {
        validateIds(context, List.of("runAsUser", "runAsGroup", "fsGroup"), field, causes);
        for (int i = 0; i < context.path("supplementalGroups").size(); i++) {
            validateId(context.path("supplementalGroups").get(i), field + ".supplementalGroups[" + i + "]", causes);
        }
        if (!context.path("sysctls").isEmpty()) {
            causes.forbidden(field + ".sysctls", "the local cluster cannot change settings of the system");
        }
        if (!context.path("windowsOptions").isEmpty()) {
            causes.forbidden(field + ".windowsOptions", "the local cluster runs containers of Linux only");
        }
    }

    static void validateContainer(JsonNode context, String field, Causes causes) {
        validateIds(context, List.of("runAsUser", "runAsGroup"), field, causes);
        if (context.path("privileged").asBoolean()) {
            causes.invalid(
                    field + ".privileged", true, "Privileged containers are not allowed: the local cluster has none");
        }
        if (!context.path("capabilities").path("add").isEmpty()) {
            causes.invalid(
                    field + ".capabilities.add",
                    context.path("capabilities").path("add").get(0),
                    "capability may not be added: the local cluster cannot give it");
        }
    }

    private static void validateIds(JsonNode context, List<String> names, String field, Causes causes) {
        names.forEach(name -> validateId(context.path(name), field + "." + name, causes));
    }

    private static void validateId(JsonNode id, String field, Causes causes) {
        if (id.isNumber() && (id.asLong() < 0 || id.asLong() > Integer.MAX_VALUE)) {
            causes.invalid(field, id, "must be between 0 and 2147483647, inclusive");
        }
    }
}
