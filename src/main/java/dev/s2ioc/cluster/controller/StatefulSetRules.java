package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.storage.ClaimRules;
import dev.s2ioc.cluster.store.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stateful sets must and must not say. */
final class StatefulSetRules {
    private static final List<String> RETENTION = List.of("Delete", "Retain");
    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private StatefulSetRules() {}

    static void validate(ObjectNode set, Causes causes) {
        WorkloadRules.notNegative(set, causes, "replicas", "minReadySeconds", "revisionHistoryLimit");
        JsonNode spec = set.path("spec");
        JsonNode start = spec.path("ordinals").path("start");
        if (start.asLong(0) < 0) {
            causes.invalid("spec.ordinals.start", start, "must be greater than or equal to 0");
        }
        String policy = Json.at(spec, "podManagementPolicy");
        if (!List.of("OrderedReady", "Parallel").contains(policy)) {
            causes.invalid("spec.podManagementPolicy", policy, "must be 'OrderedReady' or 'Parallel'");
        }
        String service = Json.at(spec, "serviceName");
        if (!service.isEmpty()) {
            Names.labelFault(service).ifPresent(fault -> causes.invalid("spec.serviceName", service, fault));
        }
        validateStrategy(spec.path("updateStrategy"), causes);
        for (String when : List.of("whenDeleted", "whenScaled")) {
            String retention = Json.at(spec, "persistentVolumeClaimRetentionPolicy", when);
            if (!RETENTION.contains(retention)) {
                causes.notSupported("spec.persistentVolumeClaimRetentionPolicy." + when, retention, RETENTION);
            }
        }
        validateClaims(spec.path("volumeClaimTemplates"), causes);
        WorkloadRules.validateSelector(set, "statefulset", causes);
        PodTemplate.validate(withClaims(spec), PodTemplate.FIELD, WorkloadRules.ALWAYS, causes);
    }

    private static void validateStrategy(JsonNode strategy, Causes causes) {
        String field = "spec.updateStrategy";
        String type = Json.at(strategy, "type");
        JsonNode rolling = strategy.path("rollingUpdate");
        switch (type) {
            case "RollingUpdate" -> {
                if (rolling.path("partition").asLong(0) < 0) {
                    causes.invalid(
                            field + ".rollingUpdate.partition",
                            rolling.path("partition"),
                            "must be greater than or equal to 0");
                }
                JsonNode most = rolling.path("maxUnavailable");
                Amount.validate(most, field + ".rollingUpdate.maxUnavailable", true, causes);
                if (!most.isMissingNode() && !most.isNull() && Amount.isZero(most)) {
                    causes.invalid(field + ".rollingUpdate.maxUnavailable", most, "cannot be 0");
                }
            }
            case "OnDelete" -> {
                if (rolling.isObject()) {
                    causes.invalid(
                            field + ".rollingUpdate", rolling, "only allowed for updateStrategy 'RollingUpdate'");
                }
            }
            default -> causes.invalid(field, strategy, "must be 'RollingUpdate' or 'OnDelete'");
        }
    }

    private static void validateClaims(JsonNode claims, Causes causes) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            String field = "spec.volumeClaimTemplates[" + i + "]";
            String name = Json.at(claims.get(i), "metadata", "name");
            if (name.isEmpty()) {
                causes.required(field + ".metadata.name", "");
            } else if (!names.add(name)) {
                causes.duplicate(field + ".metadata.name", name);
            }
            ClaimRules.validate(claims.get(i).path("spec"), field + ".spec", causes);
        }
    }

    /** The pods have a volume for each claim, in place of one of the same name in the template. */
    private static ObjectNode withClaims(JsonNode spec) {
        ObjectNode template =
                spec.path("template").isObject() ? spec.path("template").deepCopy() : Json.object();
        ArrayNode volumes = volumes(template, spec);
        if (!volumes.isEmpty()) {
            Json.child(template, "spec").set("volumes", volumes);
        }
        return template;
    }

    private static ArrayNode volumes(JsonNode template, JsonNode spec) {
        ArrayNode volumes = Json.array();
        Set<String> claimed = new HashSet<>();
        spec.path("volumeClaimTemplates").forEach(claim -> claimed.add(Json.at(claim, "metadata", "name")));
        template.path("spec").path("volumes").forEach(volume -> {
            if (!claimed.contains(Json.at(volume, "name"))) {
                volumes.add(volume);
            }
        });
        claimed.forEach(name -> volumes.addObject()
                .put("name", name)
                .putObject("persistentVolumeClaim")
                .put("claimName", name));
        return volumes;
    }

    static void validateUpdate(ObjectNode old, ObjectNode set, Causes causes) {
        if (!Canonical.equal(rest(old), rest(set))) {
            causes.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                            + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                            + " 'minReadySeconds' are forbidden");
        }
    }

    private static ObjectNode rest(ObjectNode set) {
        return Json.child(set, "spec").deepCopy().without(CHANGEABLE);
    }
}
