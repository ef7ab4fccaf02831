package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.util.Set;

/** POST deploymentconfigs/X/rollback: answers how the configuration would be if it went back to a deployment; keeps nothing. */
final class RollbackConfigSubresource implements Subresource {
    private static final Type ROLLBACK =
            Type.namespaced("apps.openshift.io", "v1", "deploymentconfigrollbacks", "DeploymentConfigRollback");

    private final Objects objects;

    RollbackConfigSubresource(Objects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public String kind() {
        return ROLLBACK.kind();
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode body = request.body().object();
        String namespace = request.call().namespace();
        ObjectNode config = objects.get(new Key(DeploymentConfigKind.TYPE.resource(), namespace, request.name()))
                .orElseThrow(() -> StatusException.notFound(DeploymentConfigKind.TYPE, request.name()));
        JsonNode wanted = body.path("spec");
        ObjectNode earlier = earlier(config, wanted, namespace);
        ObjectNode rolled = config.deepCopy();
        take(rolled, earlier, wanted);
        body.path("updatedAnnotations")
                .properties()
                .forEach(each -> ConfigDeployment.annotate(
                        rolled, each.getKey(), each.getValue().asText()));
        // What is gone back to would not last if the newest image came in again.
        ConfigTrigger.of(rolled).forEach(each -> each.parameters().put("automatic", false));
        ObjectNode status = Json.child(rolled, "status");
        status.put("latestVersion", ConfigDeployment.latest(config) + 1);
        status.remove("details");
        request.reply().json(201, rolled);
    }

    private static void take(ObjectNode rolled, JsonNode earlier, JsonNode wanted) {
        copy(rolled, earlier, wanted.path("includeTemplate").asBoolean(), "template");
        copy(rolled, earlier, wanted.path("includeTriggers").asBoolean(), "triggers");
        copy(rolled, earlier, wanted.path("includeStrategy").asBoolean(), "strategy");
        boolean scaling = wanted.path("includeReplicationMeta").asBoolean();
        copy(rolled, earlier, scaling, "replicas");
        copy(rolled, earlier, scaling, "selector");
    }

    private static void copy(ObjectNode rolled, JsonNode earlier, boolean wanted, String field) {
        if (wanted && earlier.path("spec").has(field)) {
            Json.child(rolled, "spec")
                    .set(field, earlier.path("spec").path(field).deepCopy());
        }
    }

    private ObjectNode earlier(ObjectNode config, JsonNode wanted, String namespace) {
        String from = Json.at(wanted, "from", "name");
        long revision = wanted.path("revision").asLong(0);
        String name = from.isEmpty()
                ? ConfigDeployment.name(config, revision > 0 ? revision : ConfigDeployment.latest(config) - 1)
                : from;
        ObjectNode deployment = objects.get(new Key(ReplicationControllerKind.TYPE.resource(), namespace, name))
                .filter(each -> Owner.owns(config, each))
                .orElseThrow(() -> invalid(config, name, "deployment not found"));
        if (ConfigDeployment.version(deployment) == ConfigDeployment.latest(config)) {
            throw invalid(config, name, "version " + ConfigDeployment.latest(config) + " is already deployed");
        }
        return ConfigDeployment.config(deployment)
                .orElseThrow(() -> invalid(config, name, "does not say of which configuration it was made"));
    }

    private static StatusException invalid(ObjectNode config, String from, String why) {
        Causes causes = new Causes();
        causes.invalid("spec.from.name", from, why);
        return StatusException.invalid(ROLLBACK, Json.at(config, "metadata", "name"), causes);
    }
}
