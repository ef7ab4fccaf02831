package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Works out which images an import is to look at, and which tags they are for. */
final class ImageImport {
    private static final String EXTERNAL = "DockerImage";

    private final ImportTarget target;
    private final String from;
    private final boolean confirmed;
    private final ImagePolicyFlags policy;

    ImageImport(ImportTarget target, String from, boolean confirmed, ImagePolicyFlags policy) {
        this.target = target;
        this.from = from;
        this.confirmed = confirmed;
        this.policy = policy;
    }

    /** The {@code ImageStreamImport} to send, for a stream that is there or not. */
    ObjectNode of(Optional<JsonNode> stream, boolean all) {
        ObjectNode wanted = Json.object().put("kind", "ImageStreamImport").put("apiVersion", "image.openshift.io/v1");
        ObjectNode metadata = wanted.putObject("metadata").put("name", target.stream());
        metadata.put("namespace", target.namespace());
        stream.ifPresent(
                found -> metadata.set("resourceVersion", found.path("metadata").path("resourceVersion")));
        ObjectNode spec = wanted.putObject("spec").put("import", true);
        if (stream.isEmpty()) {
            addToNew(spec, all);
        } else if (all) {
            addAll(stream.get(), spec);
        } else {
            addTag(stream.get(), spec);
        }
        return wanted;
    }

    private void addToNew(ObjectNode spec, boolean all) {
        if (!confirmed) {
            throw new CommandFailure(
                    "no image stream named \"" + target.stream() + "\" exists, pass --confirm to create and import");
        }
        String source = from.isEmpty() ? target.stream() : from;
        if (all) {
            addRepository(source, spec);
        } else {
            addImage(source, target.tag().orElse("latest"), Json.object(), spec);
        }
    }

    private void addAll(JsonNode stream, ObjectNode spec) {
        String known = stream.path("spec").path("dockerImageRepository").asText("");
        if (!from.isEmpty() && !from.equals(known) && !confirmed) {
            throw new CommandFailure(
                    "the image stream has a different import spec \"" + known + "\", pass --confirm to update");
        }
        if (!from.isEmpty() || !known.isEmpty()) {
            addRepository(from.isEmpty() ? known : from, spec);
            return;
        }
        for (JsonNode tag : stream.path("spec").path("tags")) {
            if (tag.path("from").path("kind").asText("").equals(EXTERNAL)
                    && !tag.path("reference").asBoolean()) {
                addImage(source(tag), tag.path("name").asText(), tag, spec);
            }
        }
        if (spec.path("images").isEmpty()) {
            throw new CommandFailure("image stream does not have tags pointing to external container images");
        }
    }

    private void addTag(JsonNode stream, ObjectNode spec) {
        String asked = target.tag().orElse("latest");
        String repository = stream.path("spec").path("dockerImageRepository").asText("");
        if (target.tag().isEmpty() && from.isEmpty() && !repository.isEmpty()) {
            addRepository(repository, spec);
            return;
        }
        Set<String> passed = new HashSet<>();
        String name = asked;
        JsonNode tag = tag(stream, name);
        while (tag.path("from").path("kind").asText("").equals("ImageStreamTag")) {
            if (!passed.add(name)) {
                throw new CommandFailure("tag \"" + asked + "\" on the image stream is a reference to same tag");
            }
            name = besideName(stream, tag, asked);
            tag = tag(stream, name);
        }
        if (tag.isMissingNode()) {
            requireSource(asked);
            addImage(from, name, Json.object(), spec);
            return;
        }
        requireReimportable(tag, asked);
        addImage(source(tag), name, tag, spec);
    }

    /** The tag of the same stream that a tag follows. */
    private static String besideName(JsonNode stream, JsonNode tag, String asked) {
        String own = stream.path("metadata").path("name").asText();
        String[] parts = source(tag).split(":", -1);
        String namespace = tag.path("from").path("namespace").asText("");
        boolean beside = (parts.length == 1 || parts[0].equals(own))
                && (namespace.isEmpty()
                        || namespace.equals(
                                stream.path("metadata").path("namespace").asText()));
        if (!beside) {
            throw new CommandFailure("tag \"" + asked + "\" points to an imagestreamtag from another ImageStream");
        }
        return parts[parts.length - 1];
    }

    private void requireSource(String tag) {
        if (from.isEmpty()) {
            throw new CommandFailure("the tag \"" + tag + "\" does not exist on the image stream - choose an existing"
                    + " tag to import or use the 'tag' command to create a new tag");
        }
    }

    private void requireReimportable(JsonNode tag, String asked) {
        if (!tag.path("from").isObject()) {
            throw new CommandFailure("tag \"" + asked
                    + "\" already exists - you must use the 'tag' command if you want to change the source to \""
                    + from + "\"");
        }
        String kind = tag.path("from").path("kind").asText("");
        if (!kind.equals(EXTERNAL)) {
            throw new CommandFailure("tag \"" + asked + "\" points to existing " + kind + " \"" + source(tag)
                    + "\", it cannot be re-imported");
        }
        if (!from.isEmpty() && !from.equals(source(tag))) {
            throw new CommandFailure("the tag \"" + asked + "\" points to \"" + source(tag)
                    + "\" - use the 'tag' command if you want to change the source to \"" + from + "\"");
        }
    }

    private static JsonNode tag(JsonNode stream, String name) {
        for (JsonNode tag : stream.path("spec").path("tags")) {
            if (tag.path("name").asText().equals(name)) {
                return tag;
            }
        }
        return Json.object().path("none");
    }

    private static String source(JsonNode tag) {
        return tag.path("from").path("name").asText("");
    }

    private void addImage(String image, String tag, JsonNode known, ObjectNode spec) {
        ArrayNode images = spec.withArray("/images");
        ObjectNode added = images.addObject();
        added.putObject("from").put("kind", EXTERNAL).put("name", image);
        added.putObject("to").put("name", tag);
        policy.addTo(added, known);
    }

    private void addRepository(String image, ObjectNode spec) {
        ObjectNode repository = spec.putObject("repository");
        repository.putObject("from").put("kind", EXTERNAL).put("name", image);
        policy.addTo(repository, Json.object());
    }
}
