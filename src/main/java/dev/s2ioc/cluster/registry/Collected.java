package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a collection removed, or would remove.
 *
 * @param images that nothing referred to, with the repositories that had them
 * @param uploads how many were given up
 */
record Collected(boolean dryRun, List<Image> images, List<Blob> blobs, int uploads, long uploadBytes) {
    record Image(String digest, List<String> repositories) {}

    record Blob(String digest, long size) {}

    private long bytes() {
        return uploadBytes + blobs.stream().mapToLong(Blob::size).sum();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dryRun", dryRun);
        ArrayNode imageList = json.putArray("images");
        images.forEach(image -> {
            ArrayNode repositories =
                    imageList.addObject().put("digest", image.digest()).putArray("repositories");
            image.repositories().forEach(repositories::add);
        });
        ArrayNode blobList = json.putArray("blobs");
        blobs.forEach(blob -> blobList.addObject().put("digest", blob.digest()).put("size", blob.size()));
        return json.put("uploads", uploads).put("bytes", bytes());
    }
}
