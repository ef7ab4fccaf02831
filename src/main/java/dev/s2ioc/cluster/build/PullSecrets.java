package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.DockerConfig;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The secrets with which a build's service account pulls and pushes, written into the build's spec as OpenShift does. */
final class PullSecrets {
    private final Store store;

    PullSecrets(Store store) {
        this.store = store;
    }

    void addTo(ObjectNode spec, String namespace) {
        String given = Json.at(spec, "serviceAccount");
        String account = given.isEmpty() ? "builder" : given;
        Optional<ObjectNode> found = store.get(new Key("serviceaccounts", namespace, account));
        if (found.isEmpty() && !account.equals("builder")) {
            throw StatusException.badRequest("Error getting push/pull secrets for service account " + namespace + "/"
                    + account + ": serviceaccounts \"" + account + "\" not found");
        }
        List<Login> logins = logins(found, namespace);
        for (String member : List.of("dockerStrategy", "sourceStrategy")) {
            if (spec.path("strategy").path(member) instanceof ObjectNode strategy && strategy.has("from")) {
                putIfMissing(strategy, "pullSecret", Json.at(strategy, "from", "name"), logins);
            }
        }
        for (JsonNode image : spec.path("source").path("images")) {
            putIfMissing((ObjectNode) image, "pullSecret", Json.at(image, "from", "name"), logins);
        }
        JsonNode to = spec.path("output").path("to");
        if (to.isObject()) {
            String image = Json.at(to, "kind").equals("DockerImage") ? Json.at(to, "name") : Registries.INTERNAL + "/";
            putIfMissing(Json.child(spec, "output"), "pushSecret", image, logins);
        }
    }

    /** The secret that knows the image's registry, else the account's first. */
    private static void putIfMissing(ObjectNode object, String field, String image, List<Login> logins) {
        if (!object.has(field)) {
            logins.stream()
                    .filter(login -> login.config().knows(image))
                    .findFirst()
                    .or(() -> logins.stream().findFirst())
                    .ifPresent(login -> object.putObject(field).put("name", login.secret()));
        }
    }

    private List<Login> logins(Optional<ObjectNode> account, String namespace) {
        ProjectData data = new ProjectData(store, namespace);
        return account.stream()
                .flatMap(found -> Stream.concat(
                        found.path("imagePullSecrets").valueStream(),
                        found.path("secrets").valueStream()))
                .map(reference -> Json.at(reference, "name"))
                .distinct()
                .flatMap(name ->
                        data.secret(name).flatMap(PullSecrets::config).map(config -> new Login(name, config)).stream())
                .toList();
    }

    private static Optional<DockerConfig> config(Map<String, byte[]> secret) {
        try {
            return DockerConfig.of(secret);
        } catch (IOException e) {
            // It opens no registry; whoever names it in a build is told so there.
            return Optional.empty();
        }
    }

    private record Login(String secret, DockerConfig config) {}
}
