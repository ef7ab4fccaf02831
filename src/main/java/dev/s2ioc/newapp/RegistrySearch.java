package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import java.util.Optional;

/** Finds images in registries. The server looks: it is the one that must be able to pull. */
final class RegistrySearch {
    private static final String IMPORTS = "imagestreamimports";

    private final Session session;
    private final ImportPolicy policy;
    private final Optional<String> stream;

    RegistrySearch(Session session) {
        this(session, ImportPolicy.USUAL);
    }

    RegistrySearch(Session session, ImportPolicy policy) {
        this(session, policy, Optional.empty());
    }

    /** @param stream the name for the stream that follows an image; empty takes the image's own */
    RegistrySearch(Session session, ImportPolicy policy, Optional<String> stream) {
        this.session = session;
        this.policy = policy;
        this.stream = stream;
    }

    Optional<ImageMatch.OfRegistry> find(ImageReference asked) {
        return inspect(asked).map(image -> new ImageMatch.OfRegistry(asked, image, trackingTag(asked)));
    }

    private Optional<JsonNode> inspect(ImageReference asked) {
        try {
            JsonNode answer = session.json(Request.post(
                    KnownTypes.IMAGE_STREAM.path(session.namespace()).replaceFirst("imagestreams$", IMPORTS),
                    question(asked)));
            JsonNode image = answer.path("status").path("images").path(0).path("image");
            return image.isObject() ? Optional.of(image) : Optional.empty();
        } catch (ApiException refusal) {
            // A server without imports, or one that does not let this user import, knows no registry image to find.
            if (refusal.isNotFound() || refusal.isForbidden()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** An import that only looks and changes nothing. */
    private ObjectNode question(ImageReference asked) {
        ObjectNode body = Json.object();
        body.put("kind", "ImageStreamImport");
        body.put("apiVersion", "image.openshift.io/v1");
        body.putObject("metadata").put("name", "newapp");
        ObjectNode spec = body.putObject("spec").put("import", false);
        ObjectNode image = spec.putArray("images").addObject();
        image.putObject("from").put("kind", "DockerImage").put("name", asked.text());
        image.set("importPolicy", policy.toJson());
        image.putObject("referencePolicy").put("type", "");
        body.putObject("status");
        return body;
    }

    /** The tag to follow the image by; none if that tag follows another image, which a build must not get instead. */
    private Optional<TrackingTag> trackingTag(ImageReference asked) {
        if (asked.digest().isPresent()) {
            return Optional.empty();
        }
        String stream = this.stream.orElseGet(() -> Names.derivedFrom(asked.name()));
        String tag = asked.tagOrLatest();
        Optional<JsonNode> present = new Lookup(session).find(KnownTypes.IMAGE_STREAM, stream);
        if (present.isEmpty()) {
            return Optional.of(tag(stream, asked, TrackingTag.State.NEW_STREAM));
        }
        for (JsonNode specTag : present.get().path("spec").path("tags")) {
            if (specTag.path("name").asText().equals(tag)) {
                return specTag.path("from").path("name").asText().equals(asked.text())
                        ? Optional.of(tag(stream, asked, TrackingTag.State.PRESENT))
                        : Optional.empty();
            }
        }
        boolean pushed = present.get()
                .path("status")
                .path("tags")
                .valueStream()
                .anyMatch(item -> item.path("tag").asText().equals(tag));
        return pushed ? Optional.empty() : Optional.of(tag(stream, asked, TrackingTag.State.NEW_TAG));
    }

    private TrackingTag tag(String name, ImageReference asked, TrackingTag.State state) {
        return new TrackingTag(name, asked.tagOrLatest(), asked, policy, state);
    }
}
