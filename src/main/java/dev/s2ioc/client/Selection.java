package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a part of the user's words, or a file, names: all objects of a type, or one of them.
 *
 * @param name empty for all objects of the type
 * @param namespace where a file says that the object is; empty for the session's
 */
public record Selection(ResourceType type, Optional<String> name, Optional<String> namespace) {

    public static Selection of(ResourceType type, String name) {
        return new Selection(type, Optional.of(name), Optional.empty());
    }

    public static Selection all(ResourceType type) {
        return new Selection(type, Optional.empty(), Optional.empty());
    }

    /** An object that was found, by its metadata. */
    public static Selection of(ResourceType type, JsonNode metadata) {
        String namespace = metadata.path("namespace").asText("");
        return new Selection(
                type,
                Optional.of(metadata.path("name").asText()),
                Optional.of(namespace).filter(name -> !name.isEmpty()));
    }

    /** The object that a manifest describes, when no server is asked: the names of an unknown type follow its kind. */
    public static Selection offline(Manifest manifest) {
        ResourceType type = KnownTypes.ofKind(manifest.apiVersion(), manifest.kind())
                .orElseGet(() -> ResourceType.guessed(manifest.apiVersion(), manifest.kind()));
        return new Selection(type, Optional.of(manifest.name()), manifest.namespace());
    }

    /** The object that a manifest describes. */
    public static Selection of(Manifest manifest, Discovery discovery) {
        ResourceType type = discovery
                .ofKind(manifest.apiVersion(), manifest.kind())
                .orElseThrow(() -> new SelectionException("resource mapping not found for name: \"" + manifest.name()
                        + "\" namespace: \"" + manifest.namespace().orElse("") + "\" from \"" + manifest.source()
                        + "\": no matches for kind \"" + manifest.kind() + "\" in version \"" + manifest.apiVersion()
                        + "\"\nensure CRDs are installed first"));
        return new Selection(type, Optional.of(manifest.name()), manifest.namespace());
    }
}
