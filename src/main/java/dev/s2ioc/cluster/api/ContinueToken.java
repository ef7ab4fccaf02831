package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a list starts.
 *
 * @param revision what all pages show together; 0 for a page that shows what is there when it is asked for
 */
record ContinueToken(long revision, Key after) {
    Optional<Long> exactRevision() {
        return revision > 0 ? Optional.of(revision) : Optional.empty();
    }

    String text() {
        ObjectNode token = Json.object();
        token.put("v", "meta.k8s.io/v1").put("rv", revision);
        token.put("namespace", after.namespace()).put("name", after.name());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
    }

    static ContinueToken parse(String resource, String text) {
        try {
            JsonNode token = Json.parse(Base64.getUrlDecoder().decode(text));
            if (token.path("rv").isIntegralNumber() && token.path("name").isTextual()) {
                Key after = new Key(resource, Json.at(token, "namespace"), Json.at(token, "name"));
                return new ContinueToken(token.path("rv").asLong(), after);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static StatusException invalid() {
        return StatusException.badRequest("continue key is not valid: it must be the one of the page before");
    }
}
