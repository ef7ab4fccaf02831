package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.podspec.Quantity;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What claims of storage must and must not say, be they objects of their own or templates of such. */
public final class ClaimRules {
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");
    private static final Map<String, String> NOT_HERE = Map.of(
            "selector", "the local cluster has no volumes to choose from; it makes one for each claim",
            "dataSource", "the local cluster cannot copy volumes; fill the new one from a pod",
            "dataSourceRef", "the local cluster cannot copy volumes; fill the new one from a pod",
            "volumeAttributesClassName", "the local cluster has no classes of attributes; leave it out");

    private ClaimRules() {}

    public static void validate(JsonNode spec, String field, Causes causes) {
        validateModes(spec.path("accessModes"), field + ".accessModes", causes);
        JsonNode size = spec.path("resources").path("requests").path("storage");
        if (size.isMissingNode() || size.isNull()) {
            causes.required(field + ".resources[storage]", "");
        } else {
            validateSize(size, field + ".resources[storage]", causes);
        }
        String mode = Json.at(spec, "volumeMode");
        if (mode.equals("Block")) {
            causes.forbidden(field + ".volumeMode", "the local cluster has directories, no devices; use Filesystem");
        } else if (!mode.isEmpty() && !mode.equals("Filesystem")) {
            causes.notSupported(field + ".volumeMode", mode, List.of("Block", "Filesystem"));
        }
        String kind = Json.at(spec, "storageClassName");
        if (!kind.isEmpty()) {
            Names.subdomainFault(kind).ifPresent(fault -> causes.invalid(field + ".storageClassName", kind, fault));
        }
        NOT_HERE.forEach((name, why) -> {
            if (spec.hasNonNull(name)) {
                causes.forbidden(field + "." + name, why);
            }
        });
    }

    private static void validateModes(JsonNode modes, String field, Causes causes) {
        if (modes.isEmpty()) {
            causes.required(field, "at least 1 access mode is required");
        }
        for (JsonNode mode : modes) {
            if (!MODES.contains(mode.asText())) {
                causes.notSupported(field, mode.asText(), MODES);
            }
        }
        if (modes.size() > 1
                && modes.valueStream().anyMatch(each -> each.asText().equals("ReadWriteOncePod"))) {
            causes.forbidden(field, "may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void validateSize(JsonNode size, String field, Causes causes) {
        Optional<Quantity> read = Quantity.of(size);
        if (read.isEmpty()) {
            causes.invalid(field, size, Quantity.FAULT);
        } else if (read.get().value().signum() <= 0) {
            causes.invalid(field, size, "must be greater than zero");
        }
    }

    static void validateUpdate(ObjectNode old, ObjectNode claim, Causes causes) {
        if (!rest(old).equals(rest(claim))) {
            causes.forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound"
                            + " claims");
        }
        Optional<Quantity> before =
                Quantity.of(old.path("status").path("capacity").path("storage"));
        Optional<Quantity> now = Quantity.of(
                claim.path("spec").path("resources").path("requests").path("storage"));
        if (before.isPresent() && now.isPresent() && before.get().isMoreThan(now.get())) {
            causes.forbidden("spec.resources.requests.storage", "field can not be less than status.capacity");
        }
    }

    /** What stays, once a claim is there. */
    private static ObjectNode rest(ObjectNode claim) {
        ObjectNode spec = Json.child(claim, "spec").deepCopy();
        spec.remove("resources");
        return spec;
    }
}
