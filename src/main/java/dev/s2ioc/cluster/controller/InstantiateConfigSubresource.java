package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** POST deploymentconfigs/X/instantiate: starts a deployment. */
final class InstantiateConfigSubresource implements Subresource {
    private final Objects objects;
    private final ImageStreams streams;

    InstantiateConfigSubresource(Objects objects, ImageStreams streams) {
        this.objects = objects;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "instantiate";
    }

    @Override
    public String kind() {
        return "DeploymentRequest";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException {
        ObjectNode body = request.body().object();
        Key key = new Key(DeploymentConfigKind.TYPE.resource(), request.call().namespace(), request.name());
        ObjectNode config =
                objects.get(key).orElseThrow(() -> StatusException.notFound(DeploymentConfigKind.TYPE, request.name()));
        if (config.path("spec").path("paused").asBoolean()) {
            throw StatusException.badRequest("cannot deploy a paused deployment config");
        }
        List<String> excluded = body.path("excludeTriggers")
                .valueStream()
                .map(each -> each.asText())
                .toList();
        boolean pulls = body.path("latest").asBoolean() && !excluded.contains("ImageChange");
        boolean changed = pulls && pull(config);
        ArrayNode causes =
                body.path("force").asBoolean() ? ConfigCauses.manual() : ConfigCauses.of(config, deployed(key, config));
        if (causes.isEmpty()) {
            throw StatusException.badRequest(
                    "deployment config \"" + request.name() + "\" cannot be instantiated: nothing has changed");
        }
        if (!request.call().dryRun()) {
            config = start(key, changed, causes);
        }
        request.reply().json(201, config);
    }

    /** Images and version at once: a change of images by itself would be a reason for another deployment. */
    private ObjectNode start(Key key, boolean pulls, ArrayNode causes) {
        return objects.report(key, object -> {
                    if (pulls) {
                        pull(object);
                    }
                    ConfigCauses.advance(object, causes);
                })
                .orElseThrow(() -> StatusException.notFound(DeploymentConfigKind.TYPE, key.name()));
    }

    private boolean pull(ObjectNode config) {
        return ConfigTrigger.of(config).stream()
                        .filter(each -> each.pull(streams))
                        .count()
                > 0;
    }

    private Optional<ObjectNode> deployed(Key key, ObjectNode config) {
        String latest = ConfigDeployment.name(config, ConfigDeployment.latest(config));
        return objects.get(new Key(ReplicationControllerKind.TYPE.resource(), key.namespace(), latest))
                .flatMap(ConfigDeployment::config);
    }
}
