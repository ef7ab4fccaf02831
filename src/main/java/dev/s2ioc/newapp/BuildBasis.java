package dev.s2ioc.newapp;

import java.util.Optional;

/**
 * What a new build builds with.
 *
 * @param sourceImage the image from which files are copied into the source
 * @param language what the source appears to be written in; empty when nobody had to look
 */
record BuildBasis(
        Strategy strategy, Optional<ImageMatch> from, Optional<Language> language, Optional<ImageMatch> sourceImage) {
    BuildBasis(Strategy strategy, Optional<ImageMatch> from, Optional<Language> language) {
        this(strategy, from, language, Optional.empty());
    }

    BuildBasis with(ImageMatch image) {
        return new BuildBasis(strategy, from, language, Optional.of(image));
    }
}
