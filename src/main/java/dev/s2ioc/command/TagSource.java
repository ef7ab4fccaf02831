package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tag gets its image from.
 *
 * @param kind {@code ImageStreamTag}, {@code ImageStreamImage} or {@code DockerImage}
 * @param namespace the image stream's; empty for an external image
 * @param name {@code STREAM:TAG}, {@code STREAM@DIGEST} or a pull spec
 * @param stream the image stream, if it had to be looked at
 */
record TagSource(String kind, String namespace, String name, Optional<JsonNode> stream) {
    private static final String TAG = "ImageStreamTag";
    private static final String IMAGE = "ImageStreamImage";
    private static final String EXTERNAL = "DockerImage";

    /** What may mean an image stream: no registry in front, and no more than a project before the name. */
    private static final Pattern IN_STREAM = Pattern.compile("(?:(?<namespace>[a-z0-9]([a-z0-9-]*[a-z0-9])?)/)?"
            + "(?<stream>[^/:@]+)(?::(?<tag>[^/:@]+))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]+))?");

    /** The source that a word means, of the kind that the user has named, or of the kind that it looks like. */
    static TagSource of(String word, String kind, Session session) {
        Matcher form = IN_STREAM.matcher(word);
        String wanted = kind(kind);
        if (!form.matches() || wanted.equals(EXTERNAL)) {
            if (!wanted.isEmpty() && !wanted.equals(EXTERNAL)) {
                throw new CommandFailure("\"" + word + "\" does not name an image stream, so --source=" + kind
                        + " cannot be used with it");
            }
            return new TagSource(EXTERNAL, "", word, Optional.empty());
        }
        String namespace = Optional.ofNullable(form.group("namespace")).orElse(session.namespace());
        String stream = form.group("stream");
        if (wanted.equals(IMAGE) || wanted.isEmpty() && form.group("digest") != null) {
            if (form.group("digest") == null) {
                throw new CommandFailure("\"" + word + "\" must be of the form <stream_name>@<image_id>");
            }
            return new TagSource(IMAGE, namespace, stream + "@" + form.group("digest"), Optional.empty());
        }
        if (wanted.equals(TAG) || form.group("tag") != null) {
            String tag = Optional.ofNullable(form.group("tag")).orElse("latest");
            return new TagSource(TAG, namespace, stream + ":" + tag, Optional.empty());
        }
        Optional<JsonNode> found = find(stream, namespace, session);
        return found.isEmpty()
                ? new TagSource(EXTERNAL, "", word, Optional.empty())
                : new TagSource(TAG, namespace, stream + ":latest", found);
    }

    private static String kind(String given) {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "" -> "";
            case "istag", "imagestreamtag" -> TAG;
            case "isimage", "imagestreamimage" -> IMAGE;
            case "docker", "dockerimage" -> EXTERNAL;
            default ->
                throw new CommandFailure("invalid source \"" + given + "\"; valid values are docker, dockerimage,"
                        + " imagestreamimage, imagestreamtag, isimage, istag\n" + TagCommand.SEE);
        };
    }

    private static Optional<JsonNode> find(String stream, String namespace, Session session) {
        try {
            return Optional.of(session.resources().in(namespace).get(KnownTypes.IMAGE_STREAM, stream));
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    boolean isTag() {
        return kind.equals(TAG);
    }

    boolean isExternal() {
        return kind.equals(EXTERNAL);
    }

    /** Whether this is a tag of the same image stream. */
    boolean isBeside(StreamTag tag) {
        return namespace.equals(tag.namespace()) && name.startsWith(tag.stream() + ":");
    }

    /** Of a tag, the image that it holds now; anything else as it is. */
    TagSource resolved(String word, Session session) {
        if (!isTag()) {
            return this;
        }
        int colon = name.indexOf(':');
        JsonNode current = stream.orElseGet(() -> present(name.substring(0, colon), word, session));
        for (JsonNode entry : current.path("status").path("tags")) {
            String image = entry.path("items").path(0).path("image").asText("");
            if (entry.path("tag").asText().equals(name.substring(colon + 1)) && !image.isEmpty()) {
                return new TagSource(IMAGE, namespace, name.substring(0, colon) + "@" + image, Optional.empty());
            }
        }
        throw new CommandFailure(
                "\"" + word + "\" is not currently pointing to an image, cannot use it as the source of a tag");
    }

    private JsonNode present(String stream, String word, Session session) {
        try {
            return session.resources().in(namespace).get(KnownTypes.IMAGE_STREAM, stream);
        } catch (ApiException e) {
            if (!e.isNotFound() || e.isUnknownPath()) {
                throw e;
            }
            throw CommandFailure.verbatim(
                    "Error from server (NotFound): " + e.getMessage() + "\nIf \"" + word
                            + "\" is an image of a registry, add --source=docker.",
                    1);
        }
    }

    /** The reference that a tag in a namespace keeps. */
    ObjectNode reference(String from) {
        ObjectNode reference = Json.object().put("kind", kind);
        if (!namespace.isEmpty() && !namespace.equals(from)) {
            reference.put("namespace", namespace);
        }
        return reference.put("name", name);
    }

    /** As it is told to a user whose current namespace is the given one. */
    String seenFrom(String current) {
        return namespace.isEmpty() || namespace.equals(current) ? name : namespace + "/" + name;
    }
}
