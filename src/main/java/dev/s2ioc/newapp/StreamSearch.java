package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds images in image streams: of the current project, then of the project {@code openshift}. */
final class StreamSearch {
    static final String SHARED = "openshift";

    private final Session session;
    private final Lookup lookup;
    private final boolean allowMissingTags;

    StreamSearch(Session session, boolean allowMissingTags) {
        this.session = session;
        this.lookup = new Lookup(session);
        this.allowMissingTags = allowMissingTags;
    }

    Optional<ImageMatch.OfStream> find(ImageReference asked) {
        return namespaces(asked).stream()
                .map(namespace -> asked.digest().isPresent() ? image(asked, namespace) : tag(asked, namespace))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When the stream is there but not the tag: the failure that names what is there instead. */
    Optional<NewAppException> nearMiss(ImageReference asked, ImageSearch.Origin origin) {
        if (asked.digest().isPresent()) {
            return Optional.empty();
        }
        for (String namespace : namespaces(asked)) {
            Optional<JsonNode> stream = lookup.find(KnownTypes.IMAGE_STREAM, namespace, asked.name());
            if (stream.isPresent()) {
                return Optional.of(NearMiss.of(asked, origin, namespace, tagsWithImage(stream.get())));
            }
        }
        return Optional.empty();
    }

    private List<String> namespaces(ImageReference asked) {
        if (!asked.mayBeStream()) {
            return List.of();
        }
        return asked.namespace()
                .map(List::of)
                .orElseGet(() ->
                        List.of(session.namespace(), SHARED).stream().distinct().toList());
    }

    private Optional<ImageMatch.OfStream> image(ImageReference asked, String namespace) {
        String digest = asked.digest().orElseThrow();
        return lookup.find(KnownTypes.IMAGE_STREAM_IMAGE, namespace, asked.name() + "@" + digest)
                .map(found -> new ImageMatch.OfStream(
                        asked,
                        namespace,
                        asked.name(),
                        digest,
                        true,
                        found.path("image"),
                        MissingNode.getInstance(),
                        ""));
    }

    private Optional<ImageMatch.OfStream> tag(ImageReference asked, String namespace) {
        Optional<JsonNode> stream = lookup.find(KnownTypes.IMAGE_STREAM, namespace, asked.name());
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        String tag = followed(stream.get(), asked.tagOrLatest());
        Optional<JsonNode> found = tagsWithImage(stream.get()).contains(tag)
                ? lookup.find(KnownTypes.IMAGE_STREAM_TAG, namespace, asked.name() + ":" + tag)
                : Optional.empty();
        if (found.isEmpty() && !allowMissingTags) {
            return Optional.empty();
        }
        JsonNode image = found.map(istag -> istag.path("image")).orElse(MissingNode.getInstance());
        JsonNode annotations = specTag(stream.get(), tag).path("annotations");
        String repository =
                stream.get().path("status").path("dockerImageRepository").asText("");
        return Optional.of(
                new ImageMatch.OfStream(asked, namespace, asked.name(), tag, false, image, annotations, repository));
    }

    /** The tag that a tag points to inside its stream, as {@code latest} often points to a version. */
    private static String followed(JsonNode stream, String tag) {
        String name = stream.path("metadata").path("name").asText();
        String current = tag;
        Set<String> seen = new HashSet<>();
        while (seen.add(current)) {
            JsonNode from = specTag(stream, current).path("from");
            String target = from.path("name").asText("");
            boolean elsewhere = from.has("namespace")
                    && !from.path("namespace").equals(stream.path("metadata").path("namespace"));
            if (!from.path("kind").asText().equals("ImageStreamTag") || elsewhere) {
                return current;
            }
            if (target.startsWith(name + ":")) {
                current = target.substring(name.length() + 1);
            } else if (target.contains(":")) {
                return current;
            } else {
                current = target;
            }
        }
        return tag;
    }

    private static JsonNode specTag(JsonNode stream, String tag) {
        for (JsonNode candidate : stream.path("spec").path("tags")) {
            if (candidate.path("name").asText().equals(tag)) {
                return candidate;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> tagsWithImage(JsonNode stream) {
        return stream.path("status")
                .path("tags")
                .valueStream()
                .filter(tag -> !tag.path("items").isEmpty())
                .map(tag -> tag.path("tag").asText())
                .toList();
    }
}
