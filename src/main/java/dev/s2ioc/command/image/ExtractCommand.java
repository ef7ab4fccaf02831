package dev.s2ioc.command.image;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.DigestException;
import dev.s2ioc.imageregistry.ExtractedTree;
import dev.s2ioc.imageregistry.Extraction;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.LayerListing;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies files out of an image, without a container engine. */
@Command(
        name = "extract",
        description = {
            "Copy files from an image to the file system.",
            "",
            "Without --path and --file everything goes to the current directory, which must be empty. Behind the name of an",
            "image may stand which of its layers are meant: [0] the lowest, [-1] the uppermost, [1:3] the second and the",
            "third, [~sha256:ab12] the one whose digest begins so."
        },
        footer = {
            "",
            "Examples:",
            "  # Extract an image into a directory",
            "  s2ioc image extract docker.io/library/busybox:latest --path /:/tmp/busybox",
            "",
            "  # Extract a file, and all files of a directory that match a pattern",
            "  s2ioc image extract quay.io/centos/centos:stream9 --path /bin/bash:. --path '/etc/yum.repos.d/*.repo:.'",
            "",
            "  # See what the uppermost layer holds",
            "  s2ioc image extract quay.io/centos/centos:stream9[-1] --dry-run",
            "",
            "  # Extract an image that \"image mirror\" has stored on disk",
            "  s2ioc image extract file://busybox:local --dir=images --path /:/tmp/busybox"
        })
final class ExtractCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "IMAGE", description = "Images, by tag or digest.")
    List<String> images = List.of();

    @Option(
            names = "--path",
            paramLabel = "SRC:DST",
            split = ",",
            description = "What to extract, and the directory it goes to. A SRC that ends in a slash means what is in a"
                    + " directory; its last word may hold *, ? and [...].")
    List<String> paths = List.of();

    @Option(
            names = "--file",
            paramLabel = "PATH",
            split = ",",
            description = "Extract a file to the current directory.")
    List<String> files = List.of();

    @Option(names = "--confirm", description = "Extract into directories that are not empty, too.")
    boolean confirm;

    @Option(names = "--dry-run", description = "Tell which files of which layer would be written, and write none.")
    boolean dryRun;

    @Option(
            names = "--all-layers",
            description = "With --dry-run: tell of the files of all layers, the lowest first, even if a layer above has"
                    + " them too.")
    boolean allLayers;

    @Option(names = "--only-files", description = "Extract regular files and directories only.")
    boolean onlyFiles;

    @Option(
            names = {"-p", "--preserve-ownership"},
            description = "Keep owners and permissions; otherwise files are yours and can be written by you.")
    boolean preserveOwnership;

    @Mixin
    PlatformFlags platforms = new PlatformFlags();

    @Mixin
    StoreFlags stores = new StoreFlags();

    @Mixin
    MirrorSetFlags mirrors = new MirrorSetFlags();

    private final CommandContext context;

    ExtractCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<ExtractedPart> parts =
                ExtractedPart.of(images, paths, files, !confirm && !dryRun, context.surroundings()::resolve);
        List<String> missing = new ArrayList<>();
        try (Registries registries = stores.open(context)) {
            ImageStore store = stores.store(registries, mirrors, context);
            for (ExtractedPart part : parts) {
                if (!extract(part, store)) {
                    missing.add("nothing in " + part.image() + " is at " + part.source());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new CommandFailure(String.join("\nerror: ", missing));
        }
    }

    private boolean extract(ExtractedPart part, ImageStore store) throws IOException, InterruptedException {
        Image.Named named = store.find(part.image());
        List<Blob> layers;
        try {
            layers = part.layers().select(platforms.first(named, part.image()).layerBlobs());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("unable to filter layers for " + part.image() + ": " + e.getMessage(), e);
        }
        return dryRun ? list(part, layers, named.repository()) : write(part, layers, named.repository());
    }

    private boolean write(ExtractedPart part, List<Blob> layers, Repository repository)
            throws IOException, InterruptedException {
        Extraction extraction = new Extraction(
                part.wanted(),
                onlyFiles,
                new ExtractedTree(part.directory(), preserveOwnership),
                context.streams().err()::println);
        for (Blob layer : layers) {
            try (InputStream content = open(layer, part, repository)) {
                extraction.apply(content);
            } catch (IOException e) {
                throw failed(layer, part, e);
            }
        }
        extraction.finish();
        return part.takesAll() || extraction.hasFound();
    }

    private boolean list(ExtractedPart part, List<Blob> layers, Repository repository)
            throws IOException, InterruptedException {
        boolean[] any = {part.takesAll()};
        LayerListing listing = new LayerListing(part.wanted(), onlyFiles, preserveOwnership, !allLayers, line -> {
            any[0] = true;
            context.streams().out().println(words(line, part.directory()));
        });
        for (int i = 0; i < layers.size(); i++) {
            int index = allLayers ? i : layers.size() - 1 - i;
            try (InputStream content = open(layers.get(index), part, repository)) {
                listing.read(index, content);
            } catch (IOException e) {
                throw failed(layers.get(index), part, e);
            }
        }
        return any[0];
    }

    private InputStream open(Blob layer, ExtractedPart part, Repository repository)
            throws IOException, InterruptedException {
        try {
            return repository.blob(layer.digest(), !stores.skipVerification);
        } catch (RegistryException e) {
            throw new CommandFailure(
                    "unable to access the source layer " + layer.digest() + ": " + e.getMessage()
                            + ImageStore.login(part.image(), e),
                    e);
        }
    }

    private static CommandFailure failed(Blob layer, ExtractedPart part, IOException e) {
        String hint = e instanceof DigestException ? "; --skip-verification takes it nevertheless" : "";
        return new CommandFailure(
                "unable to extract layer " + layer.digest() + " from " + part.image() + ": " + e.getMessage() + hint,
                e);
    }

    private static String words(LayerListing.Line line, Path directory) {
        String place = directory.resolve(line.place()).toString();
        return "%2d %s %12d %s".formatted(line.layer(), line.mode(), line.size(), place)
                + line.link().map(target -> " -> " + target).orElse("");
    }
}
