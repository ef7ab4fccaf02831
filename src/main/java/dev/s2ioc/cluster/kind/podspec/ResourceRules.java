package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the resources of a container must and must not say. */
final class ResourceRules {
    private static final Set<String> KNOWN = Set.of("cpu", "memory", "ephemeral-storage");

    private ResourceRules() {}

    static void validate(JsonNode resources, String field, Causes causes) {
        for (String list : List.of("limits", "requests")) {
            resources.path(list).properties().forEach(entry -> {
                String where = field + "." + list + "[" + entry.getKey() + "]";
                Optional<Quantity> amount = Quantity.of(entry.getValue());
                if (!KNOWN.contains(entry.getKey()) && !entry.getKey().contains("/")) {
                    causes.invalid(
                            field + "." + list + "." + entry.getKey(),
                            entry.getKey(),
                            "must be a standard resource for containers");
                } else if (amount.isEmpty()) {
                    causes.invalid(where, entry.getValue(), Quantity.FAULT);
                } else if (amount.get().value().signum() < 0) {
                    causes.invalid(where, entry.getValue(), "must be greater than or equal to 0");
                }
            });
        }
        resources.path("requests").properties().forEach(entry -> {
            JsonNode written = resources.path("limits").path(entry.getKey());
            Optional<Quantity> limit = Quantity.of(written);
            Optional<Quantity> request = Quantity.of(entry.getValue());
            if (limit.isPresent() && request.isPresent() && request.get().isMoreThan(limit.get())) {
                causes.invalid(
                        field + ".requests",
                        entry.getValue().asText(),
                        "must be less than or equal to " + entry.getKey() + " limit of " + written.asText());
            }
        });
    }
}
