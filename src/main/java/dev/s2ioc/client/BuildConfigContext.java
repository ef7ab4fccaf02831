package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.source.BuildContext;
import java.util.Optional;

/** Reads from a BuildConfig what its builds look for in a directory that is sent along. */
public final class BuildConfigContext {

    private BuildConfigContext() {}

    public static BuildContext of(JsonNode config) {
        JsonNode spec = config.path("spec");
        String directory = clean(spec.at("/source/contextDir").asText(""));
        String prefix = directory.isEmpty() ? "" : directory + "/";
        boolean docker = spec.at("/strategy").has("dockerStrategy");
        boolean fromElsewhere = spec.at("/source").has("dockerfile")
                || !spec.at("/source/images").isEmpty();
        Optional<String> dockerfile =
                docker && !fromElsewhere ? Optional.of(prefix + dockerfile(spec)) : Optional.empty();
        Optional<String> ignoreFile = docker
                ? Optional.of(prefix + ".dockerignore")
                : spec.at("/strategy").has("sourceStrategy") ? Optional.of(prefix + ".s2iignore") : Optional.empty();
        return new BuildContext(directory, dockerfile, ignoreFile);
    }

    private static String dockerfile(JsonNode spec) {
        String path = clean(spec.at("/strategy/dockerStrategy/dockerfilePath").asText(""));
        return path.isEmpty() ? "Dockerfile" : path;
    }

    /** Without {@code ./}, doubled or outer slashes. */
    private static String clean(String path) {
        String clean = java.nio.file.Path.of(path).normalize().toString().replace('\\', '/');
        return clean.startsWith("/") ? clean.substring(1) : clean;
    }
}
