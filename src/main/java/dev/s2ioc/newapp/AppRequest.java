package dev.s2ioc.newapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wants run, before anything is looked up.
 *
 * @param environment of the container
 * @param name the name for the new objects; empty takes the image's
 * @param labels of the new objects; empty gives them the usual ones of an application
 * @param dry nothing is to be created, so that it does not matter whether the server can
 */
public record AppRequest(
        ImageWords images,
        Assignments environment,
        Optional<String> name,
        Optional<Map<String, String>> labels,
        boolean dry) {

    /**
     * The images that were named.
     *
     * @param components image streams or images, wherever they are
     * @param imageStreams image streams only
     * @param registryImages registry images only
     */
    public record ImageWords(
            List<String> components,
            List<String> imageStreams,
            List<String> registryImages,
            boolean allowMissingImages,
            boolean allowMissingTags) {

        List<ImageSearch.Word> words() {
            return ImageSearch.Word.all(components, imageStreams, registryImages);
        }
    }
}
