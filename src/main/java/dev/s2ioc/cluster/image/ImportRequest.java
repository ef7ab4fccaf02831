package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** What an {@code ImageStreamImport} asks for. */
record ImportRequest(String name, JsonNode json) {
    static ImportRequest of(ObjectNode json) {
        ImportRequest request = new ImportRequest(Json.at(json, "metadata", "name"), json);
        request.validate();
        return request;
    }

    /** Of some tags of a stream, as they are. */
    static ImportRequest ofTags(JsonNode stream, Iterable<? extends JsonNode> tags, boolean withRepository) {
        ObjectNode json = Json.object();
        ObjectNode metadata = json.putObject("metadata").put("name", Json.at(stream, "metadata", "name"));
        metadata.put("uid", Json.at(stream, "metadata", "uid"));
        ObjectNode spec = json.putObject("spec").put("import", true);
        for (JsonNode tag : tags) {
            ObjectNode image = Json.items(spec, "images").addObject();
            image.putObject("from").put("kind", "DockerImage").put("name", Json.at(tag, "from", "name"));
            image.putObject("to").put("name", Json.at(tag, "name"));
            image.set("importPolicy", tag.path("importPolicy").deepCopy());
            image.set("referencePolicy", tag.path("referencePolicy").deepCopy());
        }
        String repository = Json.at(stream, "spec", "dockerImageRepository");
        if (withRepository && !repository.isEmpty()) {
            ObjectNode wanted = spec.putObject("repository");
            wanted.putObject("from").put("kind", "DockerImage").put("name", repository);
            wanted.putObject("importPolicy")
                    .put(
                            "insecure",
                            Json.at(stream, "metadata", "annotations", "openshift.io/image.insecureRepository")
                                    .equals("true"));
        }
        return new ImportRequest(Json.at(metadata, "name"), json);
    }

    boolean imports() {
        return json.path("spec").path("import").asBoolean();
    }

    JsonNode images() {
        return json.path("spec").path("images");
    }

    Optional<JsonNode> repository() {
        return Optional.of(json.path("spec").path("repository")).filter(JsonNode::isObject);
    }

    boolean isEmpty() {
        return images().isEmpty() && repository().isEmpty();
    }

    /** The tag that an image is for: the one that is given, else the one that its name has; without either it is looked at only. */
    static Optional<String> target(JsonNode image) {
        if (image.path("to").isObject()) {
            return Optional.of(Json.at(image, "to", "name"));
        }
        String name = Json.at(image, "from", "name");
        RemoteName remote = RemoteName.parse(name);
        return RemoteName.namesImage(name) && !remote.isDigest() ? Optional.of(remote.reference()) : Optional.empty();
    }

    /** Refuses a request for a stream that is another one by now, or has changed since the caller saw it. */
    void requireSame(JsonNode stream) {
        String revision = Json.at(json, "metadata", "resourceVersion");
        String actual = Json.at(stream, "metadata", "resourceVersion");
        if (!revision.isEmpty() && !revision.equals(actual)) {
            throw StatusException.conflict(
                    ImageStreamKind.TYPE,
                    name,
                    "the image stream was updated from \"" + revision + "\" to \"" + actual + "\"");
        }
        String uid = Json.at(json, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(Json.at(stream, "metadata", "uid"))) {
            throw StatusException.notFound(ImageStreamKind.TYPE, name);
        }
    }

    /** Whether the caller means a stream that is there already. */
    boolean meansPresent() {
        return !Json.at(json, "metadata", "resourceVersion").isEmpty()
                || !Json.at(json, "metadata", "uid").isEmpty();
    }

    private void validate() {
        Causes causes = new Causes();
        if (json.path("spec").get("images") instanceof ArrayNode images) {
            for (int i = 0; i < images.size(); i++) {
                validateImage(images.get(i), "spec.images[" + i + "]", causes);
            }
        }
        repository().ifPresent(repository -> validateRepository(repository, causes));
        if (isEmpty()) {
            causes.invalid("spec.images", null, "you must specify at least one image or a repository import");
        }
        if (name.isEmpty()) {
            causes.required("metadata.name", "name or generateName is required");
        } else {
            new ImageStreamKind().nameFault(name).ifPresent(fault -> causes.invalid("metadata.name", name, fault));
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(ImageStreamImportResource.TYPE, name, causes);
        }
    }

    private static void validateImage(JsonNode image, String path, Causes causes) {
        if (!Json.at(image, "from", "kind").equals("DockerImage")) {
            causes.invalid(path + ".from.kind", Json.at(image, "from", "kind"), "only DockerImage is supported");
            return;
        }
        if (image.path("to").isObject() && Json.at(image, "to", "name").isEmpty()) {
            causes.invalid(path + ".to.name", "", "the name of the target tag must be specified");
        }
        String from = Json.at(image, "from", "name");
        if (from.isEmpty()) {
            causes.required(path + ".from.name", "");
        } else if (!RemoteName.isValid(from)) {
            causes.invalid(path + ".from.name", from, "invalid reference format");
        }
    }

    private static void validateRepository(JsonNode repository, Causes causes) {
        String path = "spec.repository.from.";
        String from = Json.at(repository, "from", "name");
        if (!Json.at(repository, "from", "kind").equals("DockerImage")) {
            causes.invalid(path + "kind", Json.at(repository, "from", "kind"), "only DockerImage is supported");
        } else if (from.isEmpty()) {
            causes.required(path + "name", "container image references require a name");
        } else if (!RemoteName.isValid(from)) {
            causes.invalid(path + "name", from, "invalid reference format");
        } else if (RemoteName.namesImage(from)) {
            causes.invalid(path + "name", from, "you must specify an image repository, not a tag or ID");
        }
    }
}
