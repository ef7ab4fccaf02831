package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;

/** Imports the images of a stream's tags that name another registry, as soon as such a tag is new or changed. */
final class TagImports {
    private final ImageStreams streams;
    private final ImageImporter importer;

    TagImports(ImageStreams streams, ImageImporter importer) {
        this.streams = streams;
        this.importer = importer;
    }

    void run(JsonNode stream) {
        for (JsonNode spec : stream.path("spec").path("tags")) {
            if (isDue(stream, spec)) {
                run(stream, spec);
            }
        }
    }

    /** A tag is due until its history, or a failure, has its generation. */
    private static boolean isDue(JsonNode stream, JsonNode spec) {
        if (!Json.at(spec, "from", "kind").equals("DockerImage")
                || spec.path("reference").asBoolean()) {
            return false;
        }
        JsonNode entry = TagHistory.entry(stream, Json.at(spec, "name"))
                .<JsonNode>map(found -> found)
                .orElse(Json.object());
        long known = Math.max(
                entry.path("items").path(0).path("generation").asLong(),
                entry.path("conditions").path(0).path("generation").asLong());
        return known < spec.path("generation").asLong();
    }

    private void run(JsonNode stream, JsonNode spec) {
        String tag = Json.at(spec, "name");
        long generation = spec.path("generation").asLong();
        try {
            streams.imported(
                    stream, tag, importer.read(Json.at(spec, "from", "name"), spec.path("importPolicy")), generation);
        } catch (StatusException e) {
            streams.notImported(stream, tag, e, generation);
        }
    }
}
