package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What runs images together: a deployment or a deployment config, and a service when they say which ports they listen on. */
final class Workload {
    private final NewObject identity;
    private final List<RunnableImage> images;
    private final AppRequest.Running running;
    private final Map<String, String> selector = new LinkedHashMap<>();

    /** @param labels those that the user gave; the pods have them, too */
    Workload(NewObject identity, List<RunnableImage> images, AppRequest.Running running, Map<String, String> labels) {
        this.identity = identity;
        this.images = images;
        this.running = running;
        selector.put(running.asDeploymentConfig() ? "deploymentconfig" : "deployment", identity.name());
        selector.putAll(labels);
    }

    PlannedObject deployment() {
        return running.asDeploymentConfig() ? config() : plain();
    }

    private PlannedObject plain() {
        ObjectNode body = identity.body("Deployment", "apps/v1");
        ArrayNode triggers = Json.array();
        for (RunnableImage image : images) {
            image.followed().ifPresent(from -> {
                ObjectNode trigger = triggers.addObject();
                trigger.set("from", from);
                trigger.put(
                        "fieldPath", "spec.template.spec.containers[?(@.name==\"" + image.container() + "\")].image");
            });
        }
        if (!triggers.isEmpty()) {
            body.withObject("/metadata/annotations").put("image.openshift.io/triggers", triggers.toString());
        }
        ObjectNode spec = body.putObject("spec").put("replicas", 1);
        spec.putObject("selector").set("matchLabels", Json.tree(selector));
        spec.set("template", PodTemplates.of(identity, images, running.environment(), selector, true));
        spec.putObject("strategy");
        body.putObject("status");
        return new PlannedObject(KnownTypes.DEPLOYMENT, body);
    }

    private PlannedObject config() {
        ObjectNode body = identity.body("DeploymentConfig", "apps.openshift.io/v1");
        ObjectNode spec = body.putObject("spec");
        spec.putObject("strategy").putObject("resources");
        ArrayNode triggers = spec.putArray("triggers");
        triggers.addObject().put("type", "ConfigChange");
        for (RunnableImage image : images) {
            image.followed().ifPresent(from -> {
                ObjectNode change =
                        triggers.addObject().put("type", "ImageChange").putObject("imageChangeParams");
                change.put("automatic", true).putArray("containerNames").add(image.container());
                change.set("from", from);
            });
        }
        spec.put("replicas", 1).put("test", running.test());
        spec.set("selector", Json.tree(selector));
        spec.set("template", PodTemplates.of(identity, images, running.environment(), selector, false));
        ObjectNode status = body.putObject("status");
        List.of(
                        "latestVersion",
                        "observedGeneration",
                        "replicas",
                        "updatedReplicas",
                        "availableReplicas",
                        "unavailableReplicas")
                .forEach(count -> status.put(count, 0));
        return new PlannedObject(KnownTypes.DEPLOYMENT_CONFIG, body);
    }

    /** Empty if no image says which ports it listens on. */
    Optional<PlannedObject> service() {
        TreeSet<Port> ports = new TreeSet<>();
        images.forEach(image -> ports.addAll(image.ports()));
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = identity.body("Service", "v1");
        ObjectNode spec = body.putObject("spec");
        ArrayNode list = spec.putArray("ports");
        for (Port port : ports) {
            list.addObject()
                    .put("name", port.name())
                    .put("protocol", port.protocolName())
                    .put("port", port.number())
                    .put("targetPort", port.number());
        }
        spec.set("selector", Json.tree(selector));
        body.putObject("status").putObject("loadBalancer");
        return Optional.of(new PlannedObject(KnownTypes.SERVICE, body));
    }
}
