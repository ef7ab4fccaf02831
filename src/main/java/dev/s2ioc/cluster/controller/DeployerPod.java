package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.List;

/**
 * The pod that carries a deployment out. That of an image which the configuration names runs like all pods; the usual one is
 * there to be looked at, and is done by this cluster itself.
 */
final class DeployerPod {
    /** Deployers and the pods of their hooks say by it whose they are. */
    static final String FOR = "openshift.io/deployer-pod-for.name";

    static final String CONTAINER = "deployment";
    /** Nobody by this name looks for a place: the pod needs none. */
    static final String SCHEDULER = "openshift-deployer";
    /** The image of that which this cluster does itself. */
    static final String IMAGE = "s2ioc";

    private static final List<String> TAKEN_OVER =
            List.of("dnsPolicy", "dnsConfig", "enableServiceLinks", "imagePullSecrets", "tolerations", "nodeSelector");

    private DeployerPod() {}

    static String name(JsonNode deployment) {
        return Json.at(deployment, "metadata", "name") + "-deploy";
    }

    static Key key(JsonNode deployment) {
        return new Key(Objects.PODS.resource(), Json.at(deployment, "metadata", "namespace"), name(deployment));
    }

    /** Another pod may have the name. */
    static boolean isOf(JsonNode deployment, JsonNode pod) {
        return ConfigDeployment.annotation(pod, ConfigDeployment.NAME).equals(Json.at(deployment, "metadata", "name"));
    }

    static boolean isBuiltIn(JsonNode pod) {
        return Json.at(pod, "spec", "schedulerName").equals(SCHEDULER);
    }

    static ObjectNode of(JsonNode config, JsonNode deployment) {
        JsonNode strategy = config.path("spec").path("strategy");
        ObjectNode pod = Json.object();
        pod.set("metadata", metadata(config, deployment));
        ObjectNode spec = pod.putObject("spec");
        ObjectNode container = spec.putArray("containers").addObject().put("name", CONTAINER);
        JsonNode custom = strategy.path("customParams");
        boolean builtIn = Json.at(custom, "image").isEmpty();
        container.put("image", builtIn ? IMAGE : Json.at(custom, "image"));
        if (custom.hasNonNull("command")) {
            container.set("command", custom.path("command").deepCopy());
        }
        container.set("env", environment(custom.path("environment"), deployment));
        container.set("resources", strategy.path("resources").deepCopy());
        container.put("imagePullPolicy", "IfNotPresent").put("terminationMessagePolicy", "FallbackToLogsOnError");
        spec.put("activeDeadlineSeconds", strategy.path("activeDeadlineSeconds").asLong(21_600))
                .put("restartPolicy", "Never")
                .put("serviceAccountName", "deployer")
                .put("terminationGracePeriodSeconds", 10)
                .put("shareProcessNamespace", false);
        JsonNode template = deployment.path("spec").path("template").path("spec");
        TAKEN_OVER.stream().filter(template::hasNonNull).forEach(field -> spec.set(field, template.path(field)));
        if (builtIn) {
            spec.put("schedulerName", SCHEDULER);
        }
        return pod;
    }

    private static ArrayNode environment(JsonNode custom, JsonNode deployment) {
        ArrayNode all = custom.isArray() ? custom.deepCopy() : Json.array();
        return addDeployment(all, deployment);
    }

    /** Tells whom it runs for. */
    static ArrayNode addDeployment(ArrayNode environment, JsonNode deployment) {
        environment
                .addObject()
                .put("name", "OPENSHIFT_DEPLOYMENT_NAME")
                .put("value", Json.at(deployment, "metadata", "name"));
        environment
                .addObject()
                .put("name", "OPENSHIFT_DEPLOYMENT_NAMESPACE")
                .put("value", Json.at(deployment, "metadata", "namespace"));
        return environment;
    }

    private static ObjectNode metadata(JsonNode config, JsonNode deployment) {
        ObjectNode metadata = Json.object().put("name", name(deployment));
        String own = Json.at(deployment, "metadata", "name");
        metadata.putObject("labels").put(FOR, own);
        metadata.putObject("annotations")
                .put(ConfigDeployment.NAME, own)
                .put(ConfigDeployment.CONFIG, Json.at(config, "metadata", "name"));
        own(metadata, deployment);
        addTo(metadata, config.path("spec").path("strategy"));
        return metadata;
    }

    /** It goes with the deployment, which does not count it among its pods. */
    static void own(ObjectNode metadata, JsonNode deployment) {
        Type type = ReplicationControllerKind.TYPE;
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", type.apiVersion())
                .put("kind", type.kind())
                .put("name", Json.at(deployment, "metadata", "name"))
                .put("uid", Json.at(deployment, "metadata", "uid"));
    }

    /** The labels and annotations that the strategy wants, beside what is there. */
    static void addTo(ObjectNode metadata, JsonNode strategy) {
        for (String field : List.of("labels", "annotations")) {
            strategy.path(field).properties().forEach(each -> {
                ObjectNode present = Json.child(metadata, field);
                if (!present.has(each.getKey())) {
                    present.set(each.getKey(), each.getValue());
                }
            });
        }
    }
}
