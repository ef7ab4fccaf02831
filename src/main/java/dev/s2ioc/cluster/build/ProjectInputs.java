package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.input.InputException;
import dev.s2ioc.cluster.build.input.Limits;
import dev.s2ioc.cluster.build.input.SourceTree;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.s2i.Injection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Secrets and config maps as files: next to the Dockerfile of a Docker build, in the image while a Source build assembles. */
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
        for (Input input : inputs()) {
            put(tree, input.destination(), input.values());
        }
    }

    /** Writes them into the context and says where they belong; a relative place is meant from the image's working directory. */
    List<Injection> stage(Path context, String workingDirectory) throws BuildFailure, IOException {
        List<Injection> injections = new ArrayList<>();
        for (Input input : inputs()) {
            String staged = "upload/injections/" + injections.size();
            Files.createDirectories(context.resolve(staged));
            put(new SourceTree(context, context, Limits.DEFAULT), staged, input.values());
            String place = Path.of(workingDirectory)
                    .resolve(input.destination())
                    .normalize()
                    .toString();
            List<String> removed = input.secret()
                    ? input.values().keySet().stream()
                            .map(key -> (place + "/" + key).replaceFirst("^//", "/"))
                            .toList()
                    : List.of();
            injections.add(new Injection(staged, place, removed));
        }
        return injections;
    }

    private List<Input> inputs() throws BuildFailure {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode each : source.path("secrets")) {
            String name = Json.at(each, "secret", "name");
            Map<String, byte[]> values = data.secret(name).orElseThrow(() -> missing("secret", name));
            inputs.add(new Input(Json.at(each, "destinationDir"), values, true));
        }
        for (JsonNode each : source.path("configMaps")) {
            String name = Json.at(each, "configMap", "name");
            Map<String, byte[]> values = data.configMap(name).orElseThrow(() -> missing("configmap", name));
            inputs.add(new Input(Json.at(each, "destinationDir"), values, false));
        }
        return inputs;
    }

    private static void put(SourceTree tree, String destination, Map<String, byte[]> values)
            throws BuildFailure, IOException {
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

    private record Input(String destination, Map<String, byte[]> values, boolean secret) {}
}
