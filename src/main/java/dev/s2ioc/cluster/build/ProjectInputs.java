package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.input.InputException;
import dev.s2ioc.cluster.build.input.Limits;
import dev.s2ioc.cluster.build.input.SourceTree;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Secrets and config maps that a Docker build finds as files next to its Dockerfile. */
final class ProjectInputs {
    private final JsonNode source;
    private final ProjectData data;

    ProjectInputs(JsonNode build, ProjectData data) {
        this.source = build.path("spec").path("source");
        this.data = data;
    }

    /** Writes them below the directory, never through a link that the source has brought. */
    void putInto(Path directory, Path spool) throws BuildFailure, IOException {
        SourceTree tree = new SourceTree(directory, spool, Limits.DEFAULT);
        for (JsonNode each : source.path("secrets")) {
            String name = Json.at(each, "secret", "name");
            put(tree, each, data.secret(name).orElseThrow(() -> missing("secret", name)));
        }
        for (JsonNode each : source.path("configMaps")) {
            String name = Json.at(each, "configMap", "name");
            put(tree, each, data.configMap(name).orElseThrow(() -> missing("configmap", name)));
        }
    }

    private static void put(SourceTree tree, JsonNode input, Map<String, byte[]> values)
            throws BuildFailure, IOException {
        String destination = Json.at(input, "destinationDir");
        try {
            for (Map.Entry<String, byte[]> value : values.entrySet()) {
                String file = destination.isEmpty() ? value.getKey() : destination + "/" + value.getKey();
                tree.file(file, 0644, Instant.now(), new ByteArrayInputStream(value.getValue()));
            }
        } catch (InputException e) {
            throw new BuildFailure(Reason.FetchSourceFailed, e.getMessage());
        }
    }

    private static BuildFailure missing(String kind, String name) {
        return new BuildFailure(Reason.FetchSourceFailed, kind + " \"" + name + "\" not found");
    }
}
