package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An image as the cluster has it. */
record StoredImage(JsonNode object) {

    String name() {
        return object.at("/metadata/name").asText();
    }

    boolean isManaged() {
        return object.path("metadata")
                .path("annotations")
                .path("openshift.io/image.managed")
                .asText("")
                .equals("true");
    }

    JsonNode created() {
        return object.at("/metadata/creationTimestamp");
    }

    long size() {
        return object.at("/dockerImageMetadata/Size").asLong();
    }

    /** The digests of the images that a list names. */
    List<String> members() {
        return object.path("dockerImageManifests")
                .valueStream()
                .map(member -> member.path("digest").asText())
                .toList();
    }

    /** What it is made of in the registry: layers, and the config of an image that is no list. */
    List<String> blobs() {
        List<String> blobs = new ArrayList<>();
        object.path("dockerImageLayers")
                .forEach(layer -> blobs.add(layer.path("name").asText()));
        String type = object.path("dockerImageManifestMediaType").asText("");
        String config = object.at("/dockerImageMetadata/Id").asText("");
        boolean hasConfig = type.equals("application/vnd.docker.distribution.manifest.v2+json")
                || type.equals("application/vnd.oci.image.manifest.v1+json");
        if (hasConfig && !config.isEmpty()) {
            blobs.add(config);
        }
        return blobs;
    }
}
