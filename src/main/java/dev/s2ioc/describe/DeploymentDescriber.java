package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Pods;
import dev.s2ioc.print.Ages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a Deployment: what it runs, how it replaces it, and how far it is. */
final class DeploymentDescriber implements Describer {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Viewpoint viewpoint;

    DeploymentDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode deployment) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = deployment.path("spec");
        Header.name(deployment, outline);
        created(deployment, outline);
        Header.kubernetes(deployment, outline);
        outline.line("Selector:", SelectorText.of(spec.path("selector")));
        replicas(deployment, outline);
        outline.line("StrategyType:", spec.path("strategy").path("type").asText(""));
        outline.line("MinReadySeconds:", spec.path("minReadySeconds").asText("0"));
        JsonNode rolling = spec.path("strategy").path("rollingUpdate");
        if (rolling.isObject()) {
            outline.line(
                    "RollingUpdateStrategy:",
                    rolling.path("maxUnavailable").asText("0") + " max unavailable, "
                            + rolling.path("maxSurge").asText("0") + " max surge");
        }
        PodTemplateDescriber.add(spec.path("template"), outline);
        Conditions.add(deployment.path("status").path("conditions"), outline);
        replicaSets(deployment, outline);
        new Events(viewpoint).add(List.of(deployment), outline);
        return outline.toString();
    }

    static void created(JsonNode object, Outline outline) {
        Ages.instant(object.path("metadata").path("creationTimestamp").asText(""))
                .ifPresent(then -> outline.line("CreationTimestamp:", PodDescriber.RFC_1123_WITH_ZONE.format(then)));
    }

    private static void replicas(JsonNode deployment, Outline outline) {
        JsonNode status = deployment.path("status");
        outline.line(
                "Replicas:",
                "%s desired | %s updated | %s total | %s available | %s unavailable"
                        .formatted(
                                deployment.path("spec").path("replicas").asText("1"),
                                status.path("updatedReplicas").asText("0"),
                                status.path("replicas").asText("0"),
                                status.path("availableReplicas").asText("0"),
                                status.path("unavailableReplicas").asText("0")));
    }

    /** The newest set is the one of the deployment's own revision; of the others, those that still have pods are told. */
    private void replicaSets(JsonNode deployment, Outline outline) {
        List<JsonNode> sets;
        try {
            sets = new ArrayList<>(ofDeployment(deployment));
        } catch (ApiException e) {
            // Who may not see replica sets may still see the deployment.
            outline.line("NewReplicaSet:", "<unknown> (" + e.getMessage() + ")");
            return;
        }
        if (sets.isEmpty()) {
            return;
        }
        String revision = revision(deployment);
        List<JsonNode> newest =
                sets.stream().filter(set -> revision(set).equals(revision)).toList();
        sets.removeAll(newest);
        outline.line("OldReplicaSets:", listed(sets));
        outline.line("NewReplicaSet:", listed(newest));
    }

    private List<JsonNode> ofDeployment(JsonNode deployment) {
        String uid = deployment.path("metadata").path("uid").asText();
        String selector = Pods.selector(deployment.path("spec").path("selector"));
        return viewpoint
                .beside(deployment)
                .list(KnownTypes.REPLICA_SET, ListOptions.ALL.withLabels(selector))
                .path("items")
                .valueStream()
                .filter(set -> set.path("metadata")
                        .path("ownerReferences")
                        .valueStream()
                        .anyMatch(owner -> owner.path("uid").asText().equals(uid)))
                .sorted(Comparator.comparingLong(set ->
                        set.path("metadata").path("annotations").path(REVISION).asLong()))
                .toList();
    }

    private static String revision(JsonNode object) {
        return object.path("metadata").path("annotations").path(REVISION).asText("");
    }

    private static String listed(List<JsonNode> sets) {
        return sets.isEmpty()
                ? "<none>"
                : sets.stream()
                        .map(set -> "%s (%s/%s replicas created)"
                                .formatted(
                                        set.path("metadata").path("name").asText(),
                                        set.path("status").path("replicas").asText("0"),
                                        set.path("spec").path("replicas").asText("1")))
                        .collect(Collectors.joining(", "));
    }
}
