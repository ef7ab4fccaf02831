package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Optional;

/**
 * Where the image of a new build goes.
 *
 * @param image the name as told: {@code app:latest}, or as given for a registry
 * @param stream the image stream that must be there; empty when the image goes to a registry
 */
record BuildOutput(String image, Optional<String> stream, boolean none) {

    static BuildOutput of(BuildRequest.Output wanted, String name) {
        if (wanted.docker()) {
            return new BuildOutput(wanted.to().orElse(name + ":latest"), Optional.empty(), wanted.none());
        }
        ImageReference to = wanted.to().map(BuildOutput::streamTag).orElseGet(() -> streamTag(name));
        return new BuildOutput(to.name() + ":" + to.tagOrLatest(), Optional.of(to.name()), wanted.none());
    }

    /** The name for the objects that {@code --to} suggests. */
    static Optional<String> suggestedName(BuildRequest.Output wanted) {
        return wanted.to()
                .map(to -> ImageReference.parse(to).orElseThrow(() -> invalid(to)))
                .map(ImageReference::name);
    }

    private static ImageReference streamTag(String to) {
        ImageReference reference = ImageReference.parse(to).orElseThrow(() -> invalid(to));
        if (reference.path().contains("/")
                || reference.registry().isPresent()
                || reference.digest().isPresent()) {
            throw new NewAppException("--to=" + to + " is not an image stream tag of the current project (NAME[:TAG]);"
                    + " use --to-docker to push to a registry");
        }
        return reference;
    }

    private static NewAppException invalid(String to) {
        return new NewAppException("invalid output image reference: " + to + "; --to takes NAME[:TAG]");
    }

    /** The reference for {@code spec.output.to}; empty if the image is not to be pushed. */
    Optional<ObjectNode> reference() {
        return none
                ? Optional.empty()
                : Optional.of(Json.object()
                        .put("kind", stream.isPresent() ? "ImageStreamTag" : "DockerImage")
                        .put("name", image));
    }
}
