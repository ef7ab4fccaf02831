package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.CommandFailure;
import java.util.Optional;

/**
 * An object that something is set on.
 *
 * @param namespace where a file says that it is; empty for the session's
 */
record Subject(ResourceType type, Optional<String> namespace, ObjectNode object) {

    String name() {
        return object.path("metadata").path("name").asText("");
    }

    /** {@code buildconfigs/app}. */
    String label() {
        return type.plural() + "/" + name();
    }

    boolean isBuildConfig() {
        return type.equals(KnownTypes.BUILD_CONFIG);
    }

    /** @throws CommandFailure if this is no BuildConfig */
    void requireBuildConfig(String what) {
        if (!isBuildConfig()) {
            throw new CommandFailure("cannot set " + what + " on " + label() + ": it is no BuildConfig");
        }
    }

    ObjectNode spec() {
        return object.withObject("/spec");
    }

    /** The settings of a BuildConfig's strategy, whichever it has. */
    ObjectNode strategy() {
        ObjectNode strategy = spec().withObject("/strategy");
        for (String kind :
                new String[] {"sourceStrategy", "dockerStrategy", "customStrategy", "jenkinsPipelineStrategy"}) {
            if (strategy.path(kind).isObject()) {
                return (ObjectNode) strategy.get(kind);
            }
        }
        throw new CommandFailure(label() + " has no build strategy");
    }
}
