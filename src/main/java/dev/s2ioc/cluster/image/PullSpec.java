package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;

/** Where users of a tag are sent for its image: to where it came from, or to the cluster's registry if the tag wants that. */
final class PullSpec {
    private PullSpec() {}

    static String of(JsonNode stream, String tag, JsonNode event) {
        String origin = Json.at(event, "dockerImageReference");
        String image = Json.at(event, "image");
        boolean local = SpecTag.find(stream, tag)
                .filter(spec -> Json.at(spec, "referencePolicy", "type").equals("Local"))
                .isPresent();
        return local && !image.isEmpty()
                ? Registries.repository(Json.at(stream, "metadata", "namespace"), Json.at(stream, "metadata", "name"))
                        + "@" + image
                : origin;
    }

    /** For an image of a stream, by the first tag that has meant it. */
    static String ofImage(JsonNode stream, String image) {
        for (JsonNode entry : stream.path("status").path("tags")) {
            for (JsonNode event : entry.path("items")) {
                if (Json.at(event, "image").equals(image)) {
                    return of(stream, Json.at(entry, "tag"), event);
                }
            }
        }
        return "";
    }
}
