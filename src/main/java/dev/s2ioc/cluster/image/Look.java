package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/**
 * What an import saw of one image: the image, or why there is none.
 *
 * @param tag in the other registry; empty for an image by digest
 */
record Look(String tag, Optional<ImageImporter.Found> found, Optional<StatusException> failure) {
    static Look at(ImageImporter importer, String tag, ImageSource source) {
        try {
            return new Look(tag, Optional.of(importer.read(source)), Optional.empty());
        } catch (StatusException e) {
            return new Look(tag, Optional.empty(), Optional.of(e));
        }
    }

    /** The same, after its images have been kept: as they are in the store, which may have had them before. */
    Look kept(ImageStreams streams) {
        return new Look(tag, found.map(seen -> kept(seen, streams)), failure);
    }

    private static ImageImporter.Found kept(ImageImporter.Found seen, ImageStreams streams) {
        seen.members().forEach(streams::remember);
        streams.remember(seen.image());
        String reference = Json.at(seen.image(), "dockerImageReference");
        ObjectNode image = streams.image(Json.at(seen.image(), "metadata", "name"))
                .map(stored -> stored.put("dockerImageReference", reference))
                .orElse(seen.image());
        return new ImageImporter.Found(image, seen.members());
    }

    /** An entry of {@code status.images}. */
    ObjectNode json() {
        ObjectNode answer = Json.object();
        answer.set("status", failure.map(why -> bare(why.status())).orElseGet(Look::success));
        found.ifPresent(image -> {
            answer.set("image", bare(image.image().deepCopy()));
            image.members().forEach(member -> Json.items(answer, "manifests").add(bare(member.deepCopy())));
        });
        if (!tag.isEmpty()) {
            answer.put("tag", tag);
        }
        return answer;
    }

    static ObjectNode success() {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        return status.put("status", "Success");
    }

    /** An object inside another one does not say its kind. */
    static ObjectNode bare(JsonNode object) {
        return ((ObjectNode) object).remove(List.of("kind", "apiVersion"));
    }
}
