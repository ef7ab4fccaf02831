package dev.s2ioc.newapp;

import java.util.List;
import java.util.Optional;

/**
 * What a new build builds with.
 *
 * @param sourceImage the image from which files are copied into the source
 * @param ports those that a Dockerfile says it exposes, as {@code 8080/tcp}
 * @param language what the source appears to be written in; empty when nobody had to look
 */
record BuildBasis(
        Strategy strategy,
        Optional<ImageMatch> from,
        Optional<Language> language,
        Optional<ImageMatch> sourceImage,
        List<String> ports) {

    BuildBasis(Strategy strategy, Optional<ImageMatch> from, Optional<Language> language) {
        this(strategy, from, language, Optional.empty(), List.of());
    }

    BuildBasis with(ImageMatch image) {
        return new BuildBasis(strategy, from, language, Optional.of(image), ports);
    }

    BuildBasis exposing(List<String> exposed) {
        return new BuildBasis(strategy, from, language, sourceImage, exposed);
    }
}
