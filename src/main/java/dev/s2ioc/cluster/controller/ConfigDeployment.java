package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** One deployment of a configuration: a replication controller whose annotations say which and how far, in OpenShift's words. */
final class ConfigDeployment {
    static final String PHASE = "openshift.io/deployment.phase";
    static final String REASON = "openshift.io/deployment.status-reason";
    static final String CANCELLED = "openshift.io/deployment.cancelled";
    static final String POD = "openshift.io/deployer-pod.name";
    static final String CREATED = "openshift.io/deployer-pod.created-at";
    static final String STARTED = "openshift.io/deployer-pod.started-at";
    static final String COMPLETED = "openshift.io/deployer-pod.completed-at";
    static final String CONFIG = "openshift.io/deployment-config.name";
    static final String NAME = "openshift.io/deployment.name";
    /** How many pods it is to have in the end; there as long as that has not been reached. */
    static final String DESIRED = "kubectl.kubernetes.io/desired-replicas";

    static final String REPLICAS = "openshift.io/deployment.replicas";

    private static final String VERSION = "openshift.io/deployment-config.latest-version";
    private static final String ENCODED = "openshift.io/encoded-deployment-config";

    private ConfigDeployment() {}

    static String name(JsonNode config, long version) {
        return Json.at(config, "metadata", "name") + "-" + version;
    }

    static long latest(JsonNode config) {
        return config.path("status").path("latestVersion").asLong(0);
    }

    static String annotation(JsonNode deployment, String name) {
        return Json.at(deployment.path("metadata").path("annotations"), name);
    }

    static long version(JsonNode deployment) {
        String version = annotation(deployment, VERSION);
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0;
    }

    static boolean is(JsonNode deployment, String phase) {
        return annotation(deployment, PHASE).equals(phase);
    }

    static boolean hasEnded(JsonNode deployment) {
        return is(deployment, "Complete") || is(deployment, "Failed");
    }

    static void annotate(ObjectNode deployment, String name, String value) {
        Json.child(Json.child(deployment, "metadata"), "annotations").put(name, value);
    }

    /** The configuration as it was. */
    static Optional<ObjectNode> config(JsonNode deployment) {
        String encoded = annotation(deployment, ENCODED);
        try {
            return encoded.isEmpty() ? Optional.empty() : Optional.of((ObjectNode) Json.parse(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The deployment of the newest version, still without pods. */
    static ObjectNode of(JsonNode config) {
        String own = Json.at(config, "metadata", "name");
        String version = Long.toString(latest(config));
        String name = own + "-" + version;
        ObjectNode deployment = Json.object();
        ObjectNode metadata = deployment.putObject("metadata").put("name", name);
        if (config.path("metadata").hasNonNull("labels")) {
            metadata.set("labels", config.path("metadata").path("labels").deepCopy());
        }
        Json.child(metadata, "labels").put(CONFIG, own);
        ObjectNode encoded = config.deepCopy();
        Json.child(encoded, "metadata").remove("managedFields");
        metadata.putObject("annotations")
                .put(CONFIG, own)
                .put(VERSION, version)
                .put(PHASE, "New")
                .put(REASON, Json.at(config, "status", "details", "message"))
                .put(DESIRED, Long.toString(config.path("spec").path("replicas").asLong(0)))
                .put(REPLICAS, "0")
                .put(ENCODED, Json.text(encoded));
        Owner.set(deployment, DeploymentConfigKind.TYPE, config);
        ObjectNode spec = deployment.putObject("spec").put("replicas", 0);
        if (config.path("spec").hasNonNull("minReadySeconds")) {
            spec.set("minReadySeconds", config.path("spec").path("minReadySeconds"));
        }
        spec.set("selector", config.path("spec").path("selector").deepCopy());
        mark(Json.child(spec, "selector"), own, name);
        spec.set("template", config.path("spec").path("template").deepCopy());
        ObjectNode template = Json.child(Json.child(spec, "template"), "metadata");
        mark(Json.child(template, "labels"), own, name);
        Json.child(template, "annotations")
                .put(CONFIG, own)
                .put(VERSION, version)
                .put(NAME, name);
        return deployment;
    }

    private static void mark(ObjectNode labels, String config, String deployment) {
        labels.put("deployment", deployment).put("deploymentconfig", config);
    }
}
