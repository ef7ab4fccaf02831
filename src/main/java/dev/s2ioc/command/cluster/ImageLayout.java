package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ImageRepository;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A directory of images in OCI's layout. Each is named {@code STREAM:TAG} by the annotation that skopeo and buildah read. */
final class ImageLayout {
    private static final String NAME = "org.opencontainers.image.ref.name";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    private final Path directory;
    private final ArrayNode manifests = Json.array();

    private ImageLayout(Path directory) {
        this.directory = directory;
    }

    /** @throws CommandFailure if something is there already */
    static ImageLayout create(Path directory) throws IOException {
        if (Files.exists(directory.resolve("index.json"))) {
            throw new CommandFailure(directory + " holds images already; name another directory, or remove it first");
        }
        Files.createDirectories(directory.resolve("blobs").resolve("sha256"));
        return new ImageLayout(directory);
    }

    /** @throws CommandFailure if there is none */
    static ImageLayout open(Path directory) throws IOException {
        Path index = directory.resolve("index.json");
        if (!Files.isRegularFile(index)) {
            throw new CommandFailure("there are no images in " + directory
                    + "; it must be a directory that \"s2ioc cluster export --images\" has made");
        }
        ImageLayout layout = new ImageLayout(directory);
        Json.parse(Files.readAllBytes(index)).path("manifests").forEach(layout.manifests::add);
        return layout;
    }

    /** The names of the images: {@code STREAM:TAG}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        manifests.forEach(each -> names.add(each.path("annotations").path(NAME).asText()));
        return names;
    }

    /** Copies an image of a registry into the layout; the index is written by {@link #finish}. */
    void add(String name, String digest, ImageRepository from) throws IOException, InterruptedException {
        ImageRepository.Manifest manifest = fetch(digest, from);
        ObjectNode entry = manifests.addObject();
        entry.put("mediaType", manifest.mediaType()).put("digest", digest).put("size", manifest.bytes().length);
        entry.putObject("annotations").put(NAME, name);
    }

    private ImageRepository.Manifest fetch(String digest, ImageRepository from)
            throws IOException, InterruptedException {
        ImageRepository.Manifest manifest = from.manifest(digest);
        Path kept = file(digest);
        Files.write(kept, manifest.bytes());
        requireDigest(kept, digest);
        for (JsonNode child : manifest.json().path("manifests")) {
            fetch(child.path("digest").asText(), from);
        }
        for (String blob : blobs(manifest.json())) {
            Path file = file(blob);
            if (!Files.exists(file)) {
                Path part = file.resolveSibling(file.getFileName() + ".part");
                try (InputStream content = from.blob(blob)) {
                    Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                }
                requireDigest(part, blob);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return manifest;
    }

    /** Writes what makes the directory a layout. */
    void finish() throws IOException {
        Files.writeString(directory.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", INDEX);
        index.set("manifests", manifests);
        Files.write(directory.resolve("index.json"), Json.bytes(index));
    }

    /** Sends an image of the layout to a registry, what it is made of first. */
    void push(String name, String tag, ImageRepository to) throws IOException, InterruptedException {
        for (JsonNode entry : manifests) {
            if (entry.path("annotations").path(NAME).asText().equals(name)) {
                push(entry, tag, to);
            }
        }
    }

    private void push(JsonNode entry, String reference, ImageRepository to) throws IOException, InterruptedException {
        String digest = entry.path("digest").asText();
        requireDigest(file(digest), digest);
        ImageRepository.Manifest manifest =
                new ImageRepository.Manifest(entry.path("mediaType").asText(), Files.readAllBytes(file(digest)));
        for (JsonNode child : manifest.json().path("manifests")) {
            push(child, child.path("digest").asText(), to);
        }
        for (String blob : blobs(manifest.json())) {
            to.push(blob, file(blob));
        }
        to.put(reference, manifest);
    }

    private static List<String> blobs(JsonNode manifest) {
        List<String> blobs = new ArrayList<>();
        if (manifest.has("config")) {
            blobs.add(manifest.path("config").path("digest").asText());
        }
        manifest.path("layers").forEach(layer -> blobs.add(layer.path("digest").asText()));
        return blobs;
    }

    private Path file(String digest) throws IOException {
        if (!digest.matches(DIGEST)) {
            throw new IOException("\"" + digest + "\" is not a digest of the form sha256:<64 hex digits>");
        }
        return directory.resolve("blobs").resolve("sha256").resolve(digest.substring("sha256:".length()));
    }

    private static void requireDigest(Path file, String digest) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            String found =
                    "sha256:" + HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!found.equals(digest)) {
                throw new IOException(file + " is damaged: its digest is " + found);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
