package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An image as the registry received it.
 *
 * @param digest of the manifest
 * @param config the image's configuration; empty for a list of images
 */
public record PushedImage(String digest, String mediaType, byte[] manifest, byte[] config) {
    /** As OpenShift writes it: the fields of Docker's configuration, in the order of its API. */
    private static final List<String> CONFIG_FIELDS = List.of(
            "Hostname",
            "Domainname",
            "User",
            "AttachStdin",
            "AttachStdout",
            "AttachStderr",
            "PortSpecs",
            "ExposedPorts",
            "Tty",
            "OpenStdin",
            "StdinOnce",
            "Env",
            "Cmd",
            "Image",
            "Volumes",
            "WorkingDir",
            "Entrypoint",
            "OnBuild",
            "Labels");

    /** The Image object, pulled by this reference. */
    ObjectNode object(String reference) {
        JsonNode manifestJson = parse(manifest, "manifest");
        ObjectNode image = Json.object();
        image.put("kind", ImageKind.TYPE.kind()).put("apiVersion", ImageKind.TYPE.apiVersion());
        ObjectNode metadata = image.putObject("metadata").put("name", digest);
        metadata.putObject("annotations")
                .put("image.openshift.io/dockerLayersOrder", "ascending")
                .put("image.openshift.io/manifestBlobStored", "true")
                .put("openshift.io/image.managed", "true");
        image.put("dockerImageReference", reference);
        image.set("dockerImageMetadata", metadata(manifestJson));
        image.put("dockerImageMetadataVersion", "1.0");
        layers(image, manifestJson);
        image.put("dockerImageManifestMediaType", mediaType);
        members(image, manifestJson);
        return image;
    }

    /** The Image object of an image that stays in another registry. */
    ObjectNode foreignObject(String reference) {
        ObjectNode image = object(reference);
        ObjectNode annotations = (ObjectNode) image.path("metadata").path("annotations");
        annotations.remove(List.of("image.openshift.io/manifestBlobStored", "openshift.io/image.managed"));
        return image;
    }

    private ObjectNode metadata(JsonNode manifestJson) {
        JsonNode configuration = config.length == 0 ? Json.object() : parse(config, "configuration");
        ObjectNode metadata = emptyMetadata();
        metadata.put("Id", Json.at(manifestJson, "config", "digest"));
        putText(metadata, "Parent", configuration.path("parent"));
        putText(metadata, "Comment", configuration.path("comment"));
        metadata.set("Created", configuration.path("created").isTextual() ? configuration.get("created") : null);
        putText(metadata, "Container", configuration.path("container"));
        metadata.set("ContainerConfig", fields(configuration.path("container_config")));
        putText(metadata, "DockerVersion", configuration.path("docker_version"));
        putText(metadata, "Author", configuration.path("author"));
        if (configuration.path("config").isObject()) {
            metadata.set("Config", fields(configuration.path("config")));
        }
        putText(metadata, "Architecture", configuration.path("architecture"));
        if (config.length > 0) {
            metadata.put("Size", size(manifestJson));
        }
        return metadata;
    }

    /** What there is to say about an image of which nothing is known. */
    static ObjectNode emptyMetadata() {
        ObjectNode metadata = Json.object();
        metadata.put("kind", "DockerImage").put("apiVersion", "image.openshift.io/1.0");
        metadata.put("Id", "").putNull("Created").putObject("ContainerConfig");
        return metadata;
    }

    private static void putText(ObjectNode metadata, String field, JsonNode value) {
        if (!value.asText("").isEmpty()) {
            metadata.set(field, value);
        }
    }

    private static ObjectNode fields(JsonNode configuration) {
        ObjectNode fields = Json.object();
        for (String field : CONFIG_FIELDS) {
            JsonNode value = configuration.path(field);
            boolean empty =
                    value.isContainerNode() ? value.isEmpty() : value.asText("").isEmpty();
            if (!empty && !value.equals(BooleanNode.FALSE)) {
                fields.set(field, value);
            }
        }
        return fields;
    }

    /** The configuration and the layers, where one that is used twice counts once. */
    private long size(JsonNode manifestJson) {
        Set<String> seen = new HashSet<>();
        long size = config.length;
        for (JsonNode layer : manifestJson.path("layers")) {
            if (seen.add(Json.at(layer, "digest"))) {
                size += layer.path("size").asLong();
            }
        }
        return size;
    }

    private static void layers(ObjectNode image, JsonNode manifestJson) {
        for (JsonNode layer : manifestJson.path("layers")) {
            Json.items(image, "dockerImageLayers")
                    .addObject()
                    .put("name", Json.at(layer, "digest"))
                    .put("size", layer.path("size").asLong())
                    .put("mediaType", Json.at(layer, "mediaType"));
        }
    }

    private static void members(ObjectNode image, JsonNode manifestJson) {
        for (JsonNode member : manifestJson.path("manifests")) {
            ObjectNode entry = Json.items(image, "dockerImageManifests").addObject();
            entry.put("digest", Json.at(member, "digest")).put("mediaType", Json.at(member, "mediaType"));
            entry.put("manifestSize", member.path("size").asLong());
            JsonNode platform = member.path("platform");
            entry.put("architecture", Json.at(platform, "architecture")).put("os", Json.at(platform, "os"));
            putText(entry, "variant", platform.path("variant"));
        }
    }

    private static JsonNode parse(byte[] content, String what) {
        try {
            return Json.parse(content);
        } catch (IOException e) {
            throw StatusException.badRequest("the image's " + what + " is not JSON: " + e.getMessage());
        }
    }
}
