package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.List;
import java.util.Optional;

/** The secret with which a build's service account pulls and pushes, written into the build's spec as OpenShift does. */
final class PullSecrets {
    private final Store store;

    PullSecrets(Store store) {
        this.store = store;
    }

    void addTo(ObjectNode spec, String namespace) {
        Optional<String> secret = secretOf(namespace, Json.at(spec, "serviceAccount"));
        secret.ifPresent(name -> {
            for (String member : List.of("dockerStrategy", "sourceStrategy")) {
                if (spec.path("strategy").path(member) instanceof ObjectNode strategy && strategy.has("from")) {
                    putIfMissing(strategy, "pullSecret", name);
                }
            }
            if (spec.path("output").has("to")) {
                putIfMissing(Json.child(spec, "output"), "pushSecret", name);
            }
        });
    }

    private static void putIfMissing(ObjectNode object, String field, String name) {
        if (!object.has(field)) {
            object.putObject(field).put("name", name);
        }
    }

    private Optional<String> secretOf(String namespace, String account) {
        return store.get(new Key("serviceaccounts", namespace, account)).stream()
                .flatMap(found -> found.path("imagePullSecrets").valueStream())
                .map((JsonNode each) -> Json.at(each, "name"))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
