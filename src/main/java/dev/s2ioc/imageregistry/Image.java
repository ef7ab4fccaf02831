package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An image as a registry has it.
 *
 * @param listDigest the digest of the list that it was found in
 * @param config what it is to run, and how it was made
 */
public record Image(Manifest manifest, Optional<String> listDigest, JsonNode config) {

    /** One line of a list of images. */
    public record Entry(String platform, String digest) {
        private static Entry of(JsonNode entry) {
            JsonNode platform = entry.path("platform");
            String variant = platform.path("variant").asText("");
            return new Entry(
                    platform.path("os").asText("") + "/"
                            + platform.path("architecture").asText("") + (variant.isEmpty() ? "" : "/" + variant),
                    entry.path("digest").asText(""));
        }
    }

    /** What a reference names: an image, or a list of images. */
    public record Named(Repository repository, Manifest manifest, boolean verify) {

        public static Named of(Repository repository, String reference, boolean verify)
                throws IOException, InterruptedException {
            return new Named(repository, repository.manifest(reference, verify), verify);
        }

        public List<Entry> entries() {
            return manifest.isList()
                    ? manifest.json()
                            .path("manifests")
                            .valueStream()
                            .map(Entry::of)
                            // What a builder says of how it built is listed beside the images.
                            .filter(entry -> !entry.platform().equals("unknown/unknown"))
                            .toList()
                    : List.of();
        }

        /** The digests of all that a list names, whatever it is. */
        public List<String> members() {
            return manifest.json()
                    .path("manifests")
                    .valueStream()
                    .map(entry -> entry.path("digest").asText())
                    .toList();
        }

        /** The images of a list that are wanted, or the only one. */
        public List<Image> images(Predicate<Entry> wanted) throws IOException, InterruptedException {
            if (!manifest.isList()) {
                return List.of(image(manifest, Optional.empty()));
            }
            List<Image> images = new ArrayList<>();
            for (Entry entry : entries().stream().filter(wanted).toList()) {
                images.add(image(repository.manifest(entry.digest(), verify), Optional.of(manifest.digest())));
            }
            return images;
        }

        private Image image(Manifest one, Optional<String> list) throws IOException, InterruptedException {
            String config = one.json().path("config").path("digest").asText("");
            if (config.isEmpty()) {
                throw new IOException("the manifest " + one.digest() + " is of the type " + one.mediaType()
                        + ", which is not supported");
            }
            return new Image(one, list, repository.json(config, verify));
        }
    }

    /** The layers, the first at the bottom. */
    public JsonNode layers() {
        return manifest.json().path("layers");
    }

    /** The same as what can be asked for. */
    public List<Blob> layerBlobs() {
        return layers().valueStream().map(Blob::of).toList();
    }

    /** The bytes of all layers, as they are stored. */
    public long size() {
        return layers().valueStream()
                .mapToLong(layer -> layer.path("size").asLong())
                .sum();
    }
}
