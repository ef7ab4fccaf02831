package dev.s2ioc.cluster;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** The tokens of the kubeconfig contexts: kept for their owner's eyes only, so that they outlive a restart. */
final class AccessTokens {
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final String CLIENT = "s2ioc-cluster-up";

    private final Tokens tokens;
    private final Path directory;

    AccessTokens(Machinery machinery, Path directory) {
        this.tokens = new Tokens(machinery);
        this.directory = directory;
    }

    String of(String user) throws IOException {
        Path file = directory.resolve(user + ".token");
        Optional<String> kept =
                Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        if (kept.flatMap(tokens::user).isPresent()) {
            return kept.get();
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String token = tokens.issue(user, CLIENT, LIFETIME);
        Files.writeString(file, token);
        return token;
    }
}
