package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a project consists of, in an order in which it can be made again. Builds, pods and events are history, and left out. */
final class ProjectContents {
    private static final List<String> TYPES = List.of(
            "serviceaccounts",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "imagestreams.image.openshift.io",
            "templates.template.openshift.io",
            "buildconfigs.build.openshift.io",
            "services",
            "deployments.apps",
            "statefulsets.apps",
            "daemonsets.apps",
            "deploymentconfigs.apps.openshift.io",
            "cronjobs.batch",
            "horizontalpodautoscalers.autoscaling",
            "networkpolicies.networking.k8s.io",
            "ingresses.networking.k8s.io",
            "routes.route.openshift.io");

    private final Session session;
    private final PrintStream err;

    ProjectContents(Session session, PrintStream err) {
        this.session = session;
        this.err = err;
    }

    List<ObjectNode> read() {
        Map<String, ResourceType> served = session.discovery().all().stream()
                .collect(Collectors.toMap(ResourceType::qualified, Function.identity(), (one, other) -> one));
        List<ObjectNode> objects = new ArrayList<>();
        for (String name : TYPES) {
            if (served.containsKey(name)) {
                objects.addAll(read(served.get(name)));
            }
        }
        return objects;
    }

    private List<ObjectNode> read(ResourceType type) {
        List<ObjectNode> objects = new ArrayList<>();
        try {
            for (JsonNode item : session.resources().list(type).path("items")) {
                ObjectNode named = item.deepCopy();
                // A list does not repeat what its items are.
                named.put("apiVersion", type.apiVersion()).put("kind", type.kind());
                ExportedObject.of(named).ifPresent(objects::add);
            }
        } catch (ApiException e) {
            if (!e.isForbidden()) {
                throw e;
            }
            err.println("warning: " + type.qualified() + " are left out: " + e.getMessage());
        }
        return objects;
    }
}
