package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.Json;
import java.util.Optional;

/** Finds the deployment that a DeploymentConfig is to go back to, and asks what the config would be then. */
public final class ConfigRollback {
    private final DeploymentConfigs configs;

    public ConfigRollback(DeploymentConfigs configs) {
        this.configs = configs;
    }

    /**
     * The deployment of a version, or the last complete one before the current one.
     *
     * @param version 0 for the last complete one
     */
    public JsonNode target(JsonNode config, long version) {
        long latest = config.at("/status/latestVersion").asLong(0);
        Optional<JsonNode> target = configs
                .deployments(config.at("/metadata/name").asText())
                .stream()
                .filter(one -> version > 0
                        ? DeploymentConfigs.version(one) == version
                        : DeploymentConfigs.version(one) < latest
                                && DeploymentConfigs.phase(one).equals("Complete"))
                .findFirst();
        return target.orElseThrow(() -> new CommandFailure("couldn't find deployment for rollback"));
    }

    /** The config as it would be. */
    public ObjectNode planned(
            JsonNode config, JsonNode target, long version, boolean triggers, boolean strategy, boolean scaling) {
        ObjectNode specification = Json.object();
        specification.putObject("from").put("name", target.at("/metadata/name").asText());
        specification
                .put("revision", version)
                .put("includeTriggers", triggers)
                .put("includeTemplate", true)
                .put("includeReplicationMeta", scaling)
                .put("includeStrategy", strategy);
        return configs.rolledBack(config.at("/metadata/name").asText(), specification);
    }
}
