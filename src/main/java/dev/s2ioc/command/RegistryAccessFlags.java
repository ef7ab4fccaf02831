package dev.s2ioc.command;

import dev.s2ioc.console.Surroundings;
import dev.s2ioc.imageregistry.AuthFiles;
import dev.s2ioc.imageregistry.Logins;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of commands that talk to image registries themselves. */
public final class RegistryAccessFlags {

    @Option(
            names = {"-a", "--registry-config"},
            paramLabel = "FILE",
            description = "The file with the logins for registries. Default: $REGISTRY_AUTH_FILE, or those of podman"
                    + " and docker.")
    String registryConfig;

    @Option(names = "--insecure", description = "Take any certificate of a registry, and plain HTTP.")
    boolean insecure;

    /** The registries, as these flags let reach them. */
    public Registries open(CommandContext context) throws IOException {
        return open(Optional.empty(), context);
    }

    /** The same for commands that ask no API server: {@code --certificate-authority} vouches for registries there. */
    public Registries openTrusted(CommandContext context) throws IOException {
        return open(Optional.ofNullable(context.flags().certificateAuthority), context);
    }

    private Registries open(Optional<String> authority, CommandContext context) throws IOException {
        Surroundings surroundings = context.surroundings();
        Optional<byte[]> pem = Optional.empty();
        if (authority.isPresent()) {
            pem = Optional.of(Files.readAllBytes(surroundings.resolve(authority.get())));
        }
        return new Registries(new Trust(insecure, pem), logins(surroundings));
    }

    private Logins logins(Surroundings surroundings) throws IOException {
        return registryConfig == null
                ? Logins.of(places(surroundings))
                : Logins.of(surroundings.resolve(registryConfig));
    }

    /** The file that a login is to be saved in. */
    public Path toWrite(Surroundings surroundings) {
        return registryConfig == null ? places(surroundings).toWrite() : surroundings.resolve(registryConfig);
    }

    private static AuthFiles places(Surroundings surroundings) {
        return new AuthFiles(surroundings.environment(), surroundings.home());
    }
}
