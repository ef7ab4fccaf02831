package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

/** What a build's source must and must not say. */
final class BuildSourceRules {
    static final int LARGEST_TEXT = 60_000;

    private BuildSourceRules() {}

    static void validate(JsonNode spec, Causes causes) {
        JsonNode source = spec.path("source");
        boolean git = source.hasNonNull("git");
        boolean binary = source.hasNonNull("binary");
        boolean dockerfile = source.hasNonNull("dockerfile");
        boolean images = !source.path("images").isEmpty();
        JsonNode strategy = spec.path("strategy");
        boolean optional = strategy.hasNonNull("customStrategy") || strategy.hasNonNull("jenkinsPipelineStrategy");
        if (!git && !binary && !dockerfile && !images && !optional) {
            causes.invalid(
                    "spec.source",
                    "",
                    "must provide a value for at least one source input(git, binary, dockerfile, images).");
        }
        if (git && binary) {
            causes.invalid("spec.source.git", "", "may not be set when binary is also set");
            causes.invalid("spec.source.binary", "", "may not be set when git is also set");
        }
        if (git) {
            validateGit(source.path("git"), causes);
        }
        if (dockerfile && Json.at(source, "dockerfile").length() >= LARGEST_TEXT) {
            causes.invalid("spec.source.dockerfile", "", "must be smaller than 60000 bytes");
        }
        validateContextDir(Json.at(source, "contextDir"), causes);
        validateInputs(source, "secrets", "secret", strategy.hasNonNull("dockerStrategy"), causes);
        validateInputs(source, "configMaps", "configMap", strategy.hasNonNull("dockerStrategy"), causes);
        validateImages(source.path("images"), causes);
        if (source.hasNonNull("sourceSecret")
                && Json.at(source, "sourceSecret", "name").isEmpty()) {
            causes.required("spec.source.sourceSecret.name", "");
        }
        String file = Json.at(source, "binary", "asFile");
        if (file.contains("/") || file.equals(".") || file.equals("..")) {
            causes.invalid(
                    "spec.source.binary.asFile",
                    file,
                    "file name may not contain slashes or relative path segments and must be a valid POSIX filename");
        }
    }

    private static void validateGit(JsonNode git, Causes causes) {
        String uri = Json.at(git, "uri");
        if (uri.isEmpty()) {
            causes.required("spec.source.git.uri", "");
        } else if (!isParsable(uri)) {
            causes.invalid("spec.source.git.uri", uri, "uri is not a valid url");
        }
    }

    /** As git takes them: an URL, or {@code user@host:path}. */
    private static boolean isParsable(String uri) {
        try {
            return !new URI(uri).toString().isEmpty();
        } catch (URISyntaxException e) {
            return uri.matches("([^/\\s@]+@)?[^/\\s:]+:[^\\s]+");
        }
    }

    private static void validateContextDir(String directory, Causes causes) {
        if (leads(directory)) {
            causes.invalid("spec.source.contextDir", directory, "context dir must not be a relative path");
        }
    }

    /** Whether the path leads out of where it starts. */
    private static boolean leads(String path) {
        return Arrays.asList(path.split("/")).contains("..");
    }

    static void validateRelative(String path, String field, Causes causes) {
        if (path.startsWith("/") || leads(path)) {
            causes.invalid(field, path, "must be a relative path");
        }
    }

    private static void validateInputs(JsonNode source, String list, String item, boolean docker, Causes causes) {
        JsonNode inputs = source.path(list);
        for (int i = 0; i < inputs.size(); i++) {
            String field = "spec.source." + list + "[" + i + "]";
            if (Json.at(inputs.get(i), item, "name").isEmpty()) {
                causes.required(field + "." + item, "");
            }
            String destination = Json.at(inputs.get(i), "destinationDir");
            if (docker && destination.startsWith("/")) {
                causes.invalid(
                        field + ".destinationDir",
                        destination,
                        "for the docker strategy the destinationDir has to be relative path");
            } else if (leads(destination)) {
                causes.invalid(field + ".destinationDir", destination, "destination dir cannot start with '..'");
            }
        }
    }

    private static void validateImages(JsonNode images, Causes causes) {
        for (int i = 0; i < images.size(); i++) {
            JsonNode image = images.get(i);
            String field = "spec.source.images[" + i + "]";
            BuildRules.validateImage(image.path("from"), field + ".from", causes);
            if (image.path("paths").isEmpty() && image.path("as").isEmpty()) {
                causes.required(field + ".paths", "");
            }
            JsonNode paths = image.path("paths");
            for (int j = 0; j < paths.size(); j++) {
                String sourcePath = Json.at(paths.get(j), "sourcePath");
                if (!sourcePath.startsWith("/")) {
                    causes.invalid(field + ".paths[" + j + "].sourcePath", sourcePath, "must be an absolute path");
                }
                validateRelative(
                        Json.at(paths.get(j), "destinationDir"), field + ".paths[" + j + "].destinationDir", causes);
            }
        }
    }
}
