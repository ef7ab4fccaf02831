package dev.s2ioc.command;

import dev.s2ioc.console.Surroundings;
import dev.s2ioc.newapp.SourceCode;
import dev.s2ioc.newapp.SourceImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where the source of a new build is. */
public final class SourceFlags {

    @Option(
            names = "--code",
            paramLabel = "SOURCE",
            description = "The source: URL[#REF] of a git repository, or a directory.")
    List<String> code = List.of();

    @Option(names = "--context-dir", paramLabel = "DIR", description = "The directory within the source that is built.")
    String contextDir = "";

    @Option(
            names = "--source-secret",
            paramLabel = "SECRET",
            description = "The secret with the credentials for the git repository.")
    String sourceSecret;

    @Option(
            names = "--source-image",
            paramLabel = "IMAGE",
            description = "An image from which files are copied into the source; see --source-image-path.")
    String sourceImage = "";

    @Option(
            names = "--source-image-path",
            paramLabel = "PATH:DIR",
            description = "What to copy out of the source image, and to which directory of the source.")
    String sourceImagePath = "";

    Optional<SourceImage> sourceImage() {
        return sourceImage.isEmpty() && sourceImagePath.isEmpty()
                ? Optional.empty()
                : Optional.of(SourceImage.parse(sourceImage, sourceImagePath));
    }

    /** The source that a flag or an argument names, if any. */
    Optional<SourceCode> source(List<String> arguments, boolean binary, Surroundings surroundings) throws IOException {
        List<String> words = new ArrayList<>(arguments);
        words.addAll(code);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (binary) {
            throw new CommandFailure(
                    "specifying binary builds and source repositories at the same time is not allowed");
        }
        if (words.size() > 1) {
            throw new CommandFailure("a build has one source, but " + words.size() + " are given: "
                    + String.join(", ", words) + "\nCall new-build once for each.");
        }
        return Optional.of(SourceCode.of(words.getFirst(), contextDirectory(), surroundings::resolve));
    }

    Optional<String> contextDirectory() {
        return contextDir.isEmpty() ? Optional.empty() : Optional.of(SourceCode.checkedContext(contextDir));
    }

    Optional<String> sourceSecret() {
        return Optional.ofNullable(sourceSecret);
    }
}
