package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Parallel;
import dev.s2ioc.describe.Sizes;
import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Manifest;
import dev.s2ioc.imageregistry.Repository;
import dev.s2ioc.imageregistry.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes an image of another one, with more layers and another config, in a repository. */
record Appending(
        Repository to,
        List<AppendedLayer> layers,
        ConfigChange change,
        BlobCopy copy,
        Parallel parallel,
        PrintStream talk) {
    private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    private static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";

    /** What an image becomes; nothing is sent. */
    record Result(ObjectNode config, byte[] configBytes, Manifest manifest) {}

    Result plan(Optional<Image> base) throws IOException {
        ObjectNode config = change.apply(base.map(Image::config).orElseGet(ConfigChange::scratch), layers);
        byte[] bytes = Json.bytes(config);
        ObjectNode manifest = base.map(image -> image.manifest().json().<ObjectNode>deepCopy())
                .orElseGet(() -> Json.object().put("schemaVersion", 2).put("mediaType", Manifest.DOCKER));
        String type = base.map(image -> image.manifest().mediaType()).orElse(Manifest.DOCKER);
        String configType = base.map(image ->
                        image.manifest().json().path("config").path("mediaType").asText(DOCKER_CONFIG))
                .orElse(DOCKER_CONFIG);
        manifest.set("config", descriptor(configType, bytes.length, Sha256.digest(bytes)));
        ArrayNode all = manifest.withArray("layers");
        String layerType = type.equals(Manifest.OCI) ? OCI_LAYER : DOCKER_LAYER;
        layers.forEach(layer -> all.add(descriptor(layerType, layer.size(), layer.digest())));
        return new Result(config, bytes, Manifest.of(type, Json.bytes(manifest)));
    }

    private static ObjectNode descriptor(String type, long size, String digest) {
        return Json.object().put("mediaType", type).put("size", size).put("digest", digest);
    }

    /** Sends an image with all that it is made of. */
    void push(Result result, Optional<Image> base, Optional<Repository> from, Optional<String> tag)
            throws IOException, InterruptedException {
        List<Blob> inherited = base.map(Image::layerBlobs).orElse(List.of());
        List<Parallel.Task> tasks = new ArrayList<>();
        for (Blob blob : inherited) {
            tasks.add(() -> inherit(blob, from.orElseThrow()));
        }
        for (AppendedLayer layer : layers) {
            tasks.add(() -> upload(layer));
        }
        Parallel.requireAll(parallel.run(tasks));
        to.upload(Sha256.digest(result.configBytes()), new ByteArrayInputStream(result.configBytes()));
        to.put(result.manifest(), tag);
    }

    private void inherit(Blob blob, Repository from) throws IOException, InterruptedException {
        try {
            if (copy.copy(blob, from, to, Optional.of(from)) == BlobCopy.Outcome.UPLOADED) {
                talk.println("Uploaded " + blob.digest() + " " + Sizes.decimal(blob.size()));
            }
        } catch (IOException e) {
            throw new CommandFailure("uploading the source layer " + blob.digest() + " failed: " + e.getMessage(), e);
        }
    }

    private void upload(AppendedLayer layer) throws IOException, InterruptedException {
        if (!copy.force() && to.hasBlob(layer.digest())) {
            return;
        }
        try (InputStream content = Files.newInputStream(layer.file())) {
            to.upload(layer.digest(), content);
        }
        talk.println("Uploaded " + layer.digest() + " " + Sizes.decimal(layer.size()));
    }

    /** A list in which some images have become others. */
    static Manifest replaced(Manifest list, java.util.Map<String, Manifest> others) throws IOException {
        ObjectNode json = list.json().deepCopy();
        for (JsonNode entry : json.path("manifests")) {
            Manifest other = others.get(entry.path("digest").asText());
            if (other != null) {
                ((ObjectNode) entry).put("digest", other.digest()).put("size", other.bytes().length);
            }
        }
        return Manifest.of(list.mediaType(), Json.bytes(json));
    }
}
