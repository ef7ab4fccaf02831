package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.RegistryAccessFlags;
import dev.s2ioc.imageregistry.Registries;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say how registries are reached, and where images on disk are. */
final class StoreFlags {

    @Mixin
    RegistryAccessFlags access = new RegistryAccessFlags();

    @Option(names = "--skip-verification", description = "Take content whose digest is not the one that was asked for.")
    boolean skipVerification;

    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            description = "Where the images of file:// are. Default: the current directory")
    String directory = "";

    Registries open(CommandContext context) throws IOException {
        return access.openTrusted(context);
    }

    ImageStore store(Registries registries, CommandContext context) {
        return store(registries, directory, Map.of(), context);
    }

    /** The same with mirrors to look at first. */
    ImageStore store(Registries registries, MirrorSetFlags mirrors, CommandContext context) throws IOException {
        return store(registries, directory, mirrors.read(context), context);
    }

    /** The same with another directory, unless it is empty. */
    ImageStore store(Registries registries, String other, CommandContext context) {
        return store(registries, other.isEmpty() ? directory : other, Map.of(), context);
    }

    private ImageStore store(
            Registries registries, String path, Map<String, List<String>> mirrors, CommandContext context) {
        return new ImageStore(registries, context.surroundings().resolve(path), !skipVerification, mirrors);
    }
}
