package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image of the registry, to be written as an archive that docker loads. */
record ArchivedImage(RegistryClient client, String repository, JsonNode manifest) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of several platforms' images that of this machine: virtual machines have its processor. */
    static ArchivedImage of(RegistryClient client, Reference wanted)
            throws EngineException, InterruptedException, IOException {
        String repository = wanted.repository();
        JsonNode manifest = read(client.manifest(repository, wanted.version()));
        if (manifest.has("manifests")) {
            String processor = ClientMachine.goName(System.getProperty("os.arch"));
            String digest = manifest.path("manifests")
                    .valueStream()
                    .filter(each -> each.at("/platform/os").asText().equals("linux")
                            && each.at("/platform/architecture").asText().equals(processor))
                    .findFirst()
                    .map(each -> each.path("digest").asText())
                    .orElseThrow(() -> new EngineException(
                            repository + ":" + wanted.version() + " has no image for linux/" + processor));
            manifest = read(client.manifest(repository, digest));
        }
        return new ArchivedImage(client, repository, manifest);
    }

    private static JsonNode read(InputStream stream) throws IOException {
        try (stream) {
            return JSON.readTree(stream);
        }
    }

    /** The digest of its configuration. */
    String configuration() {
        return manifest.at("/config/digest").asText();
    }

    void write(Path file, String name) throws EngineException, InterruptedException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            String configuration = add(tar, manifest.path("config"), ".json");
            List<String> layers = new ArrayList<>();
            for (JsonNode layer : manifest.path("layers")) {
                layers.add(add(tar, layer, ".tar"));
            }
            byte[] list = JSON.writeValueAsBytes(
                    List.of(Map.of("Config", configuration, "RepoTags", List.of(name), "Layers", layers)));
            add(tar, "manifest.json", list.length, new ByteArrayInputStream(list));
        }
    }

    private String add(TarArchiveOutputStream tar, JsonNode blob, String end)
            throws EngineException, InterruptedException, IOException {
        String digest = blob.path("digest").asText();
        String name = digest.replaceFirst("^sha256:", "") + end;
        try (InputStream content = client.blob(repository, digest)) {
            add(tar, name, blob.path("size").asLong(), content);
        }
        return name;
    }

    private static void add(TarArchiveOutputStream tar, String name, long size, InputStream content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }
}
