package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.util.List;
import java.util.stream.Stream;

/** Which pods use which claims. */
public record ClaimUsers(Store store) {

    /** The names of the claims that a pod wants. */
    public static Stream<String> claims(JsonNode pod) {
        return pod.path("spec")
                .path("volumes")
                .valueStream()
                .map(volume -> Json.at(volume, "persistentVolumeClaim", "claimName"))
                .filter(name -> !name.isEmpty());
    }

    /** Pods of the namespace that have a place and have not ended. */
    public Stream<ObjectNode> of(String namespace, String claim) {
        return store.list("pods", namespace).stream()
                .filter(pod -> !Json.at(pod, "spec", "nodeName").isEmpty())
                .filter(pod -> !List.of("Succeeded", "Failed").contains(Json.at(pod, "status", "phase")))
                .filter(pod -> claims(pod).anyMatch(claim::equals));
    }

    boolean isUsed(JsonNode claim) {
        return of(Json.at(claim, "metadata", "namespace"), Json.at(claim, "metadata", "name"))
                .findAny()
                .isPresent();
    }
}
