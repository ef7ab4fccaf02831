package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.input.ImageFiles;
import dev.s2ioc.cluster.build.input.InputException;
import dev.s2ioc.cluster.build.input.Limits;
import dev.s2ioc.cluster.build.input.SourceTree;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The images that a build takes files from, and those that stand in for names of its Dockerfile. */
final class ImageSources {
    private final JsonNode images;
    private final boolean forcePull;
    private final RegistrySecrets secrets;

    ImageSources(JsonNode build, RegistrySecrets secrets) {
        this.images = build.path("spec").path("source").path("images");
        this.forcePull = build.path("spec")
                .path("strategy")
                .valueStream()
                .anyMatch(strategy -> strategy.path("forcePull").asBoolean());
        this.secrets = secrets;
    }

    /** Copies the files below the directory; an image's tar is in the other one for no longer than that. */
    void putInto(Path directory, Path spool, Engine engine, Consumer<String> log)
            throws BuildFailure, InterruptedException, IOException {
        SourceTree tree = new SourceTree(directory, spool, Limits.DEFAULT);
        for (JsonNode image : images) {
            if (!image.path("paths").isEmpty()) {
                put(image, tree, Files.createTempFile(spool, "image", ".tar"), engine, log);
            }
        }
    }

    private void put(JsonNode image, SourceTree tree, Path tar, Engine engine, Consumer<String> log)
            throws BuildFailure, InterruptedException, IOException {
        String name = Json.at(image, "from", "name");
        try {
            engine.pull(
                    name,
                    PullPolicy.forImage(name, forcePull),
                    secrets.of(image.path("pullSecret"), Reason.FetchImageContentFailed),
                    log);
            engine.export(name, tar);
            ImageFiles files = ImageFiles.in(tar);
            for (JsonNode path : image.path("paths")) {
                copy(files, Json.at(path, "sourcePath"), Json.at(path, "destinationDir"), tree);
            }
        } catch (EngineException e) {
            throw new BuildFailure(
                    Reason.FetchImageContentFailed, "the files of " + name + " cannot be had: " + e.getMessage());
        } catch (InputException e) {
            throw new BuildFailure(Reason.FetchImageContentFailed, e.getMessage());
        } finally {
            Files.deleteIfExists(tar);
        }
    }

    private static void copy(ImageFiles files, String path, String directory, SourceTree tree)
            throws IOException, InputException {
        try {
            files.copy(path, directory, tree);
        } catch (InputException e) {
            throw new InputException("error copying source path " + path + " to " + directory + ": " + e.getMessage());
        }
    }

    /** The secret for an image that a Dockerfile starts from by another name. */
    Optional<JsonNode> pullSecret(String image) {
        return images.valueStream()
                .filter(each -> Json.at(each, "from", "name").equals(image))
                .map(each -> each.path("pullSecret"))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** By the name that a Dockerfile uses. */
    Map<String, String> replacements() {
        Map<String, String> replacements = new HashMap<>();
        for (JsonNode image : images) {
            image.path("as").forEach(name -> replacements.put(name.asText(), Json.at(image, "from", "name")));
        }
        return replacements;
    }
}
