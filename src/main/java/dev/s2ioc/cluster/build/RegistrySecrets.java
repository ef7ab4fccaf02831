package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.image.DockerConfig;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** The pull and push secrets of a build, written down for the engine, for the owner only and as long as the build lasts. */
final class RegistrySecrets {
    private final ProjectData data;
    private final Path directory;

    RegistrySecrets(ProjectData data, Path directory) {
        this.data = data;
        this.directory = directory;
    }

    /** What the secret that is named in a field holds; fails for that reason when it is not there or holds no logins. */
    Credentials of(JsonNode reference, Reason reason) throws BuildFailure, IOException {
        String name = Json.at(reference, "name");
        if (name.isEmpty()) {
            return Credentials.NONE;
        }
        Map<String, byte[]> secret = data.secret(name)
                .orElseThrow(() -> new BuildFailure(reason, "build error: secret \"" + name + "\" not found"));
        Optional<DockerConfig> config;
        try {
            config = DockerConfig.of(secret);
        } catch (IOException e) {
            throw new BuildFailure(reason, "build error: error reading docker auth configuration: " + e.getMessage());
        }
        String text = config.orElseThrow(() -> new BuildFailure(
                        reason,
                        "build error: secret \"" + name
                                + "\" has no logins for registries (.dockerconfigjson or .dockercfg)"))
                .text();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path place = Files.createDirectories(directory.resolve(name));
        Files.writeString(place.resolve("config.json"), text);
        return Credentials.in(place);
    }
}
