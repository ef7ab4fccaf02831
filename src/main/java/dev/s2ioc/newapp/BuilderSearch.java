package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a builder for a language: an image stream of its name, else one with a tag that says that it supports it. */
final class BuilderSearch {
    private final Session session;
    private final ImageSearch search;
    private final String command;

    /** @param command what the user has called */
    BuilderSearch(Session session, ImageSearch search, String command) {
        this.session = session;
        this.search = search;
        this.command = command;
    }

    ImageMatch find(Language language) {
        ImageReference asked = ImageReference.parse(language.term).orElseThrow();
        return search.inStreams(asked)
                .or(() -> supporting(language))
                .orElseThrow(() -> NoMatch.of(asked.text(), ImageSearch.Origin.DETECTED, command));
    }

    private Optional<ImageMatch> supporting(Language language) {
        return new SharedObjects(session)
                .list(KnownTypes.IMAGE_STREAM).stream()
                        .flatMap(stream -> tags(stream, language))
                        .map(name -> search.inStreams(ImageReference.parse(name).orElseThrow()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Stream<String> tags(JsonNode stream, Language language) {
        JsonNode metadata = stream.path("metadata");
        String name = metadata.path("namespace").asText() + "/"
                + metadata.path("name").asText() + ":";
        return stream.path("spec")
                .path("tags")
                .valueStream()
                .filter(tag -> supports(tag.path("annotations").path("supports").asText(""), language.term))
                .map(tag -> name + tag.path("name").asText());
    }

    /** The annotation lists languages, some with a version: {@code ruby:3.1,ruby}. */
    private static boolean supports(String annotation, String term) {
        return Arrays.stream(annotation.split(","))
                .map(entry -> entry.strip().replaceFirst(":.*", ""))
                .anyMatch(term::equals);
    }
}
