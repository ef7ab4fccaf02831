package dev.s2ioc.imageregistry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where container tools keep the logins for registries; the places are those of oc, podman and docker. */
public record AuthFiles(Map<String, String> environment, Path home) {

    /** The files to read, the first that knows a registry counts. */
    List<Path> toRead() {
        if (variable("REGISTRY_AUTH_FILE").isPresent()) {
            return List.of(path(variable("REGISTRY_AUTH_FILE").get()));
        }
        Path docker = variable("DOCKER_CONFIG").map(this::path).orElseGet(() -> home.resolve(".docker"));
        return Stream.of(runtime(), Optional.of(userConfig()), Optional.of(docker.resolve("config.json")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The file that a login is written to. */
    public Path toWrite() {
        if (variable("REGISTRY_AUTH_FILE").isPresent()) {
            return path(variable("REGISTRY_AUTH_FILE").get());
        }
        if (variable("REGISTRY_AUTH_PREFERENCE").filter("docker"::equals).isPresent()) {
            return home.resolve(".docker/config.json");
        }
        return runtime().orElseGet(this::userConfig);
    }

    private Path userConfig() {
        return variable("XDG_CONFIG_HOME")
                .map(this::path)
                .orElseGet(() -> home.resolve(".config"))
                .resolve("containers/auth.json");
    }

    /** Below the directory that ends with the user's session; only where there is one. */
    private Optional<Path> runtime() {
        Optional<Path> named = variable("XDG_RUNTIME_DIR").map(this::path);
        if (named.isPresent()) {
            return named.map(directory -> directory.resolve("containers/auth.json"));
        }
        return Optional.of(Path.of("/run/containers", userId()))
                .filter(Files::isWritable)
                .map(directory -> directory.resolve("auth.json"));
    }

    private String userId() {
        try {
            return Files.getAttribute(home, "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // Where users have no numbers there is no such directory either.
            return "unknown";
        }
    }

    private Path path(String text) {
        return home.resolve(text);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
