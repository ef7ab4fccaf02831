package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** An image that docker has saved as an archive, to be pushed as docker would push it. */
final class SavedImage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = "application/vnd.docker.container.image.v1+json";
    private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    private final Path directory;
    private final TarFile tar;
    private final PushedLayers pushed;

    SavedImage(Path archive, PushedLayers pushed) throws IOException {
        this.directory = archive.getParent();
        this.tar = new TarFile(archive.toFile());
        this.pushed = pushed;
    }

    /** Answers the digest of the manifest. */
    String push(RegistryClient client, Reference target, Consumer<String> log)
            throws EngineException, InterruptedException, IOException {
        String repository = target.repository();
        JsonNode saved = JSON.readTree(content("manifest.json")).path(0);
        byte[] configuration = content(saved.path("Config").asText()).readAllBytes();
        JsonNode ids = JSON.readTree(configuration).at("/rootfs/diff_ids");
        ArrayNode layers = JSON.createArrayNode();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i).asText();
            String path = saved.path("Layers").path(i).asText();
            layers.add(layer(client, repository, id, path, log));
        }
        String digest = digest(sha256().digest(configuration));
        if (!client.hasBlob(repository, digest)) {
            client.putBlob(repository, digest, BodyPublishers.ofByteArray(configuration));
        }
        ObjectNode manifest = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", RegistryClient.MANIFEST);
        manifest.set("config", blob(CONFIGURATION, configuration.length, digest));
        manifest.set("layers", layers);
        byte[] bytes = JSON.writeValueAsBytes(manifest);
        client.putManifest(repository, target.version(), bytes);
        String whole = digest(sha256().digest(bytes));
        log.accept(target.version() + ": digest: " + whole + " size: " + bytes.length);
        return whole;
    }

    /** What has been pushed once is not packed again. */
    private ObjectNode layer(RegistryClient client, String repository, String id, String path, Consumer<String> log)
            throws EngineException, InterruptedException, IOException {
        String brief = id.replaceFirst("^sha256:", "").substring(0, 12);
        PushedLayers.Layer known = pushed.find(id);
        if (known != null && client.hasBlob(repository, known.digest())) {
            log.accept(brief + ": Layer already exists");
            return blob(LAYER, known.size(), known.digest());
        }
        Path packed = Files.createTempFile(directory, "layer", ".tar.gz");
        try {
            MessageDigest sum = sha256();
            try (InputStream content = content(path);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(packed), sum)) {
                pack(content, out);
            }
            PushedLayers.Layer layer = new PushedLayers.Layer(digest(sum.digest()), Files.size(packed));
            if (!client.hasBlob(repository, layer.digest())) {
                client.putBlob(repository, layer.digest(), BodyPublishers.ofFile(packed));
            }
            pushed.note(id, layer);
            log.accept(brief + ": Pushed");
            return blob(LAYER, layer.size(), layer.digest());
        } finally {
            Files.delete(packed);
        }
    }

    /** Some daemons keep layers packed, and save them so. */
    private static void pack(InputStream content, OutputStream out) throws IOException {
        BufferedInputStream in = new BufferedInputStream(content);
        in.mark(2);
        boolean isPacked = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        if (isPacked) {
            in.transferTo(out);
        } else {
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                in.transferTo(zip);
            }
        }
    }

    private static ObjectNode blob(String type, long size, String digest) {
        return JSON.createObjectNode().put("mediaType", type).put("size", size).put("digest", digest);
    }

    private InputStream content(String path) throws EngineException, IOException {
        TarArchiveEntry entry = entry(path);
        if (entry.isSymbolicLink()) {
            // Older daemons save a layer that comes twice as a link to the other one.
            entry = entry(Path.of(path)
                    .resolveSibling(entry.getLinkName())
                    .normalize()
                    .toString());
        }
        return tar.getInputStream(entry);
    }

    private TarArchiveEntry entry(String path) throws EngineException {
        return tar.getEntries().stream()
                .filter(each -> each.getName().equals(path))
                .findFirst()
                .orElseThrow(() -> new EngineException("docker has saved an image without " + path));
    }

    private static String digest(byte[] sum) {
        return "sha256:" + HexFormat.of().formatHex(sum);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
