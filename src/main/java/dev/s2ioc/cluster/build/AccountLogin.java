package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.util.Base64;

/** How a build logs in to the cluster's registry: as its service account, with the secret that the cluster has given it. */
final class AccountLogin {
    private static final String REFERENCE = "openshift.io/internal-registry-pull-secret-ref";

    private final Store store;

    AccountLogin(Store store) {
        this.store = store;
    }

    /** The logins by registry; none when the account or its secret is not there, as the push will tell. */
    JsonNode of(JsonNode build) throws IOException {
        String namespace = Json.at(build, "metadata", "namespace");
        String named = Json.at(build, "spec", "serviceAccount");
        String account = named.isEmpty() ? "builder" : named;
        ObjectNode found =
                store.get(new Key("serviceaccounts", namespace, account)).orElse(Json.object());
        String secret =
                found.path("metadata").path("annotations").path(REFERENCE).asText("");
        String logins = store.get(new Key("secrets", namespace, secret))
                .map(each -> each.path("data").path(".dockercfg").asText(""))
                .orElse("");
        return logins.isEmpty() ? Json.object() : Json.parse(Base64.getDecoder().decode(logins));
    }
}
