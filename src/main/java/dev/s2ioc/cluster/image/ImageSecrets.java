package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.SecretKind;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.util.List;
import java.util.Set;

/** The secrets of a project with which imports open registries: all of the right type, unless one says that it is not meant. */
final class ImageSecrets {
    private static final Set<String> TYPES = Set.of("kubernetes.io/dockercfg", "kubernetes.io/dockerconfigjson");
    private static final String NOT_MEANT = "openshift.io/image.excludeSecret";

    private final Store store;

    ImageSecrets(Store store) {
        this.store = store;
    }

    List<ObjectNode> in(String namespace) {
        return store.list(SecretKind.TYPE.resource(), namespace).stream()
                .filter(secret -> TYPES.contains(Json.at(secret, "type")))
                .filter(secret ->
                        !Json.at(secret, "metadata", "annotations", NOT_MEANT).equals("true"))
                .toList();
    }

    Credentials credentials(String namespace) {
        return Credentials.of(in(namespace));
    }
}
