package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The login at the cluster's registry that a build has: what engines do within {@link #with} is done with it. Programs find
 * it in a file of the build's own, beside the logins that the user has for other registries; it is never on a command line.
 */
public final class RegistryLogin {
    private static final ScopedValue<Path> DIRECTORY = ScopedValue.newInstance();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FILE = "config.json";

    private RegistryLogin() {}

    /**
     * Does work with a login.
     *
     * @param directory made for it, to be deleted with the build
     * @param logins as in a dockercfg: by registry
     * @param environment in which programs are run; tells where the user's own logins are
     */
    public static <T, X extends Throwable> T with(
            Path directory, JsonNode logins, Map<String, String> environment, ScopedValue.CallableOp<T, X> work)
            throws X, IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Optional<Path> docker = home(environment).map(home -> home.resolve(".docker"));
        ObjectNode config = MAPPER.createObjectNode();
        for (Path own : own(environment)) {
            merge(MAPPER.readTree(own.toFile()), config);
        }
        logins.properties().forEach(login -> {
            config.withObject("/auths").set(login.getKey(), login.getValue());
            // A helper that keeps all other logins does not know this one.
            if (config.has("credsStore")) {
                config.withObject("/credHelpers").put(login.getKey(), "");
            }
        });
        MAPPER.writeValue(directory.resolve(FILE).toFile(), config);
        if (docker.isPresent() && Files.isDirectory(docker.get())) {
            linkOthers(docker.get(), directory);
        }
        return ScopedValue.where(DIRECTORY, directory).call(work);
    }

    /** The user's files, the one that counts most last. */
    private static List<Path> own(Map<String, String> environment) {
        Optional<Path> runtime =
                Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).map(Path::of);
        return Stream.of(
                        home(environment).map(home -> home.resolve(".docker").resolve(FILE)),
                        home(environment).map(home -> home.resolve(".config/containers/auth.json")),
                        runtime.map(directory -> directory.resolve("containers/auth.json")))
                .flatMap(Optional::stream)
                .filter(Files::isReadable)
                .toList();
    }

    private static Optional<Path> home(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("HOME")).map(Path::of);
    }

    private static void merge(JsonNode from, ObjectNode into) {
        from.properties().forEach(field -> {
            if (into.get(field.getKey()) instanceof ObjectNode present && field.getValue() instanceof ObjectNode more) {
                present.setAll(more);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /** Docker keeps its contexts and plugins beside its logins. */
    private static void linkOthers(Path docker, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(docker)) {
            for (Path file : files.toList()) {
                Path link = directory.resolve(file.getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, file.toAbsolutePath());
                }
            }
        }
    }

    /** What tells programs of the present login: buildah and podman by the first, docker by the second. */
    static Map<String, String> environment() {
        return file().map(file -> Map.of(
                        "REGISTRY_AUTH_FILE", file.toString(),
                        "DOCKER_CONFIG", file.getParent().toString()))
                .orElse(Map.of());
    }

    static Optional<Path> file() {
        return DIRECTORY.isBound() ? Optional.of(DIRECTORY.get().resolve(FILE)) : Optional.empty();
    }
}
