package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored builds and build configurations, as the cluster's own parts read and change them. */
final class Builds {
    static final String CONFIG_LABEL = "openshift.io/build-config.name";

    private final Machinery machinery;
    private final Store store;

    Builds(Machinery machinery) {
        this.machinery = machinery;
        this.store = machinery.store();
    }

    static Key key(String namespace, String name) {
        return new Key(BuildKind.TYPE.resource(), namespace, name);
    }

    static Key key(JsonNode build) {
        return Key.of(BuildKind.TYPE.resource(), build);
    }

    /** The name of the configuration that a build belongs to; empty when it stands alone. */
    static String configOf(JsonNode build) {
        String config = Json.at(build, "status", "config", "name");
        return config.isEmpty() ? Json.at(build.path("metadata").path("annotations"), CONFIG_LABEL) : config;
    }

    Optional<ObjectNode> find(Key key) {
        return store.get(key);
    }

    ObjectNode get(String namespace, String name) {
        return store.get(key(namespace, name)).orElseThrow(() -> StatusException.notFound(BuildKind.TYPE, name));
    }

    ObjectNode config(String namespace, String name) {
        return store.get(configKey(namespace, name))
                .orElseThrow(() -> StatusException.notFound(BuildConfigKind.TYPE, name));
    }

    Optional<ObjectNode> findConfig(String namespace, String name) {
        return store.get(configKey(namespace, name));
    }

    ObjectNode updateConfig(String namespace, String name, Consumer<ObjectNode> change) {
        try {
            return store.update(configKey(namespace, name), config -> {
                change.accept(config);
                return config;
            });
        } catch (StoreException e) {
            throw StatusException.of(e, BuildConfigKind.TYPE, name);
        }
    }

    private static Key configKey(String namespace, String name) {
        return new Key(BuildConfigKind.TYPE.resource(), namespace, name);
    }

    List<ObjectNode> all() {
        return store.list(BuildKind.TYPE.resource(), "");
    }

    /** The builds of a configuration, in the order of their numbers. */
    List<ObjectNode> ofConfig(String namespace, String config) {
        return store.list(BuildKind.TYPE.resource(), namespace).stream()
                .filter(build -> configOf(build).equals(config))
                .sorted(Comparator.comparingLong(RunPolicy::number))
                .toList();
    }

    /** Writes a new build, by the rules that hold for everybody's. */
    ObjectNode create(ObjectNode build) {
        Call call = Call.internal(Json.at(build, "metadata", "namespace"));
        return machinery.kinds().resource(BuildKind.TYPE.resource()).create(call, build);
    }

    /** Changes a build; empty when it has been deleted. */
    Optional<ObjectNode> change(Key key, Consumer<ObjectNode> change) {
        try {
            return Optional.of(store.update(key, build -> {
                change.accept(build);
                return build;
            }));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.MISSING) {
                throw e;
            }
            return Optional.empty();
        }
    }

    void delete(ObjectNode build) {
        Call call = Call.internal(Json.at(build, "metadata", "namespace"));
        try {
            machinery
                    .kinds()
                    .resource(BuildKind.TYPE.resource())
                    .delete(call, Json.at(build, "metadata", "name"), DeleteOptions.BACKGROUND);
        } catch (StatusException e) {
            // Somebody else was faster: it is gone, which is what was wanted.
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    String now() {
        return machinery.now();
    }
}
