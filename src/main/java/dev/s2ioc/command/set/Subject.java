package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.CommandFailure;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Where it is, in a session with a namespace. */
    String namespaceIn(String session) {
        String own = object.path("metadata").path("namespace").asText("");
        return own.isEmpty() ? namespace.orElse(session) : own;
    }

    /** The settings of a BuildConfig's strategy, whichever it has. */
    ObjectNode strategy() {
        return findStrategy().orElseThrow(() -> new CommandFailure(label() + " has no build strategy"));
    }

    Optional<ObjectNode> findStrategy() {
        return Stream.of("sourceStrategy", "dockerStrategy", "customStrategy", "jenkinsPipelineStrategy")
                .map(kind -> object.path("spec").path("strategy").path(kind))
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
