package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What applications can be made of: templates and image streams, and images of registries. */
public final class Catalog {
    private final SharedObjects shared;
    private final RegistrySearch registries;

    public Catalog(Session session, ImportPolicy policy) {
        this.shared = new SharedObjects(session);
        this.registries = new RegistrySearch(session, policy);
    }

    /** Words that entries must contain, by where they are looked for; those without a place are looked for everywhere. */
    public record Query(List<String> anywhere, List<String> templates, List<String> streams, List<String> images) {
        public boolean isEmpty() {
            return anywhere.isEmpty() && templates.isEmpty() && streams.isEmpty() && images.isEmpty();
        }
    }

    /** Everything that is stored. */
    public CatalogEntries all() {
        return new CatalogEntries(
                typed(KnownTypes.TEMPLATE, List.of("")), typed(KnownTypes.IMAGE_STREAM, List.of("")), List.of());
    }

    public CatalogEntries search(Query query) {
        List<ImageMatch.OfRegistry> images = Stream.concat(query.anywhere().stream(), query.images().stream())
                .map(ImageReference::parse)
                .flatMap(Optional::stream)
                .map(registries::find)
                .flatMap(Optional::stream)
                .toList();
        return new CatalogEntries(
                typed(KnownTypes.TEMPLATE, joined(query.anywhere(), query.templates())),
                typed(KnownTypes.IMAGE_STREAM, joined(query.anywhere(), query.streams())),
                images);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Those whose name contains one of the terms; items of a list do not tell their type, so that it is added. */
    private List<JsonNode> typed(ResourceType type, List<String> terms) {
        if (terms.isEmpty()) {
            return List.of();
        }
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode object : shared.list(type)) {
            String name = object.path("metadata").path("name").asText();
            if (terms.stream().anyMatch(name::contains)) {
                ObjectNode typed = Json.object().put("kind", type.kind()).put("apiVersion", type.apiVersion());
                found.add(typed.setAll((ObjectNode) object.deepCopy()));
            }
        }
        return found;
    }
}
