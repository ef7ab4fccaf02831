package dev.s2ioc.newapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wants built, before anything is looked up.
 *
 * @param name the name for the new objects; empty derives one
 * @param strategy empty decides by the image
 * @param existing what is done about a build config of that name
 * @param labels of the new objects; empty gives them {@code build=NAME}
 * @param importPolicy how images of registries are imported
 */
public record BuildRequest(
        Input input,
        Output output,
        Settings settings,
        Optional<String> name,
        Optional<Strategy> strategy,
        Existing existing,
        Optional<Map<String, String>> labels,
        ImportPolicy importPolicy) {

    BuildRequest(
            Input input,
            Output output,
            Settings settings,
            Optional<String> name,
            Optional<Strategy> strategy,
            Existing existing,
            Optional<Map<String, String>> labels) {
        this(input, output, settings, name, strategy, existing, labels, ImportPolicy.USUAL);
    }

    /**
     * What goes into the build.
     *
     * @param source where the code is; empty when it is uploaded, or is a Dockerfile only
     * @param contextDirectory the directory within an uploaded source that is built
     * @param sourceSecret the secret that opens the git repository
     * @param sourceImage an image from which files are copied into the source
     * @param components image streams or images, wherever they are
     * @param imageStreams image streams only
     * @param registryImages registry images only
     * @param allowMissingImages use images that nobody could find
     * @param allowMissingTags use tags of image streams that have no image yet
     */
    public record Input(
            boolean binary,
            Optional<String> dockerfile,
            Optional<SourceCode> source,
            Optional<String> contextDirectory,
            Optional<String> sourceSecret,
            Optional<SourceImage> sourceImage,
            List<String> components,
            List<String> imageStreams,
            List<String> registryImages,
            boolean allowMissingImages,
            boolean allowMissingTags) {

        /** Whether each build waits for its source to be sent. */
        boolean uploaded() {
            return binary
                    || dockerfile.isEmpty()
                            && source.filter(code -> code.git().isEmpty()).isPresent();
        }

        /** Every image that was named, whichever way. */
        List<ImageSearch.Word> images() {
            return ImageSearch.Word.all(components, imageStreams, registryImages);
        }
    }

    /**
     * Where the image goes.
     *
     * @param to image stream tag, or registry image when {@code docker}
     */
    public record Output(Optional<String> to, boolean docker, boolean none, Optional<String> pushSecret) {}

    /** What the build is given besides its source. */
    public record Settings(
            Assignments environment, Assignments buildArguments, List<Mount> secrets, List<Mount> configMaps) {}
}
