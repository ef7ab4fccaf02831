package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.kubeconfig.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The resource types that a server said it has, kept in a file for those who would rather not ask again. */
public record TypesCache(Path file) {
    /** As long as kubectl believes it. */
    private static final Duration BELIEVED = Duration.ofHours(6);

    /** @param directory where all servers' files are */
    public static TypesCache of(Path directory, URI server) {
        String name = server.getHost() + "_" + server.getPort() + server.getPath();
        return new TypesCache(directory.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".json"));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** What was kept; empty if there is nothing, or it is too old or cannot be read. */
    public Optional<List<ResourceType>> read(Instant now) {
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (written.plus(BELIEVED).isBefore(now)) {
                return Optional.empty();
            }
            JsonNode kept = Json.parse(Files.readAllBytes(file));
            return Optional.of(List.of(Json.MAPPER.treeToValue(kept, ResourceType[].class)));
        } catch (IOException e) {
            // Whatever is wrong with it, the server is asked then.
            return Optional.empty();
        }
    }

    public void write(List<ResourceType> types) throws IOException {
        PrivateFile.createDirectories(file.getParent());
        PrivateFile.replace(file, Json.tree(types).toString());
    }
}
