package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a builder for a language: an image stream of its name, else one with a tag that says that it supports it. */
final class BuilderSearch {
    private final Session session;
    private final ImageSearch search;

    BuilderSearch(Session session, ImageSearch search) {
        this.session = session;
        this.search = search;
    }

    ImageMatch find(Language language) {
        ImageReference asked = ImageReference.parse(language.term).orElseThrow();
        return search.inStreams(asked)
                .or(() -> supporting(language))
                .orElseThrow(() -> NoMatch.of(asked, ImageSearch.Origin.DETECTED, "new-build"));
    }

    private Optional<ImageMatch> supporting(Language language) {
        return Stream.of(session.namespace(), StreamSearch.SHARED)
                .distinct()
                .flatMap(namespace -> streams(namespace).stream())
                .flatMap(stream -> tags(stream, language))
                .map(name -> search.inStreams(ImageReference.parse(name).orElseThrow()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<JsonNode> streams(String namespace) {
        try {
            return session.resources()
                    .in(namespace)
                    .list(KnownTypes.IMAGE_STREAM)
                    .path("items")
                    .valueStream()
                    .toList();
        } catch (ApiException refusal) {
            boolean foreign = !namespace.equals(session.namespace());
            if (foreign && (refusal.isForbidden() || refusal.isNotFound())) {
                return List.of();
            }
            throw refusal;
        }
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
