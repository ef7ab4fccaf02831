package dev.s2ioc.newapp;

import java.util.Optional;

/**
 * What a new build builds with.
 *
 * @param language what the source appears to be written in; empty when nobody had to look
 */
record BuildBasis(Strategy strategy, Optional<ImageMatch> from, Optional<Language> language) {}
