package dev.s2ioc.newapp;

import java.util.Optional;

/**
 * A part of an application as the user named it.
 *
 * @param word the image, stream or template; empty if the source alone says what is to be built
 * @param source what is built with the image; empty if the image runs as it is
 * @param group parts of the same number run in one pod
 */
record AppPart(Optional<ImageSearch.Word> word, Optional<String> source, int group) {

    AppPart with(String code) {
        return new AppPart(word, Optional.of(code), group);
    }

    AppPart in(int other) {
        return new AppPart(word, source, other);
    }

    /** Whether it can be built with a source that stands alone. */
    boolean lacksSource() {
        return source.isEmpty() && word.filter(ImageSearch.Word::isTemplate).isEmpty();
    }

    String text() {
        return word.map(ImageSearch.Word::text).orElse("");
    }
}
