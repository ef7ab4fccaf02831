package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** DeploymentConfigs of a namespace: their deployments, which are ReplicationControllers, and how to start another. */
public final class DeploymentConfigs {
    public static final String PHASE = "openshift.io/deployment.phase";
    public static final String REASON = "openshift.io/deployment.status-reason";
    public static final String CANCELLED = "openshift.io/deployment.cancelled";

    private static final String CONFIG = "openshift.io/deployment-config.name";
    private static final String VERSION = "openshift.io/deployment-config.latest-version";

    private final Session session;
    private final String namespace;

    public DeploymentConfigs(Session session, String namespace) {
        this.session = session;
        this.namespace = namespace;
    }

    public JsonNode get(String name) {
        return resources().get(KnownTypes.DEPLOYMENT_CONFIG, name);
    }

    /** The deployments of a config, newest first. */
    public List<JsonNode> deployments(String config) {
        List<JsonNode> deployments = new ArrayList<>();
        resources()
                .list(KnownTypes.REPLICATION_CONTROLLER, ListOptions.ALL.withLabels(CONFIG + "=" + config))
                .path("items")
                .forEach(deployments::add);
        deployments.sort(Comparator.comparingLong(DeploymentConfigs::version).reversed());
        return deployments;
    }

    /** The newest deployment of a config; empty if there has never been one, or it is gone. */
    public Optional<JsonNode> latest(JsonNode config) {
        long version = config.at("/status/latestVersion").asLong(0);
        String name = config.at("/metadata/name").asText() + "-" + version;
        try {
            return version == 0
                    ? Optional.empty()
                    : Optional.of(resources().get(KnownTypes.REPLICATION_CONTROLLER, name));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Starts a deployment.
     *
     * @param latest with what the image triggers would set now
     */
    public JsonNode instantiate(String name, boolean latest, Request.Parameter... parameters) {
        ObjectNode request = Json.object()
                .put("kind", "DeploymentRequest")
                .put("apiVersion", KnownTypes.DEPLOYMENT_CONFIG.apiVersion())
                .put("name", name)
                .put("latest", latest)
                .put("force", true);
        Request post = Request.post(path(name) + "/instantiate", request);
        for (Request.Parameter parameter : parameters) {
            post = post.with(parameter.name(), parameter.value());
        }
        return session.json(post);
    }

    /** The config as it would be when it went back to a deployment; nothing is changed yet. */
    public ObjectNode rolledBack(String name, ObjectNode specification) {
        ObjectNode rollback = Json.object()
                .put("kind", "DeploymentConfigRollback")
                .put("apiVersion", KnownTypes.DEPLOYMENT_CONFIG.apiVersion())
                .put("name", name);
        rollback.set("spec", specification);
        return session.json(Request.post(path(name) + "/rollback", rollback)).deepCopy();
    }

    private String path(String name) {
        return KnownTypes.DEPLOYMENT_CONFIG.path(namespace, name);
    }

    private Resources resources() {
        return session.resources().in(namespace);
    }

    /** {@code New}, {@code Pending}, {@code Running}, {@code Complete} or {@code Failed}. */
    public static String phase(JsonNode deployment) {
        return annotation(deployment, PHASE);
    }

    public static boolean hasEnded(JsonNode deployment) {
        return phase(deployment).equals("Complete") || phase(deployment).equals("Failed");
    }

    public static boolean isCancelled(JsonNode deployment) {
        return annotation(deployment, CANCELLED).equals("true");
    }

    /** The number of a deployment among those of its config. */
    public static long version(JsonNode deployment) {
        return deployment.path("metadata").path("annotations").path(VERSION).asLong(0);
    }

    /** The name of the config that a deployment is of; empty if it is of none. */
    public static String configOf(JsonNode deployment) {
        return annotation(deployment, CONFIG);
    }

    public static String annotation(JsonNode deployment, String name) {
        return deployment.path("metadata").path("annotations").path(name).asText("");
    }
}
