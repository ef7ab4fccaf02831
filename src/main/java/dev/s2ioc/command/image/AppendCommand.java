package dev.s2ioc.command.image;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Manifest;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.Repository;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an image of another one with more layers, or another config, without a container engine. */
@Command(
        name = "append",
        description = {
            "Add layers to images and push them to a registry.",
            "",
            "A layer is a tar archive compressed with gzip; a file .wh.NAME in it hides NAME of the layers below. The layers",
            "of the base go from registry to registry, none of them is kept here."
        },
        footer = {
            "",
            "Examples:",
            "  # Add a layer",
            "  s2ioc image append --from mysql:latest --to registry.example.com/my/mysql:latest layer.tar.gz",
            "",
            "  # Change what the image runs, and drop what is told of how it was made",
            "  s2ioc image append --from mysql:latest --to registry.example.com/my/mysql:latest \\",
            "      --image '{\"Entrypoint\":null}' --drop-history",
            "",
            "  # Make an image of an archive alone, and keep it on disk",
            "  s2ioc image append --to file://tools:v1 --dir=images layer.tar.gz",
            "",
            "  # Add a layer to the images of all platforms",
            "  s2ioc image append --from busybox:latest --keep-manifest-list --to registry.example.com/my/box:latest \\",
            "      layer.tar.gz"
        })
final class AppendCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "LAYER", description = "Files; - reads one from standard input.")
    List<String> files = List.of();

    @Option(names = "--from", paramLabel = "IMAGE", description = "The base. Default: none, the image is made anew")
    String from = "";

    @Option(names = "--to", paramLabel = "IMAGE", description = "Where the new image goes.")
    String to = "";

    @Option(
            names = "--image",
            paramLabel = "JSON",
            description = "Change what the image runs: '{\"Env\":[\"A=b\"],\"Entrypoint\":null}'.")
    String image;

    @Option(names = "--meta", paramLabel = "JSON", description = "Change the config as a whole: '{\"author\":\"me\"}'.")
    String meta;

    @Option(names = "--drop-history", description = "Remove what is told of how the image was made.")
    boolean dropHistory;

    @Option(
            names = "--created-at",
            paramLabel = "TIME",
            description =
                    "When the image was made, as 2026-11-27T10:00:00Z or in milliseconds since 1970. Default: now")
    String createdAt = "";

    @Option(names = "--force", description = "Send all layers, even those that are there.")
    boolean force;

    @Option(names = "--dry-run", description = "Print the new config and send nothing.")
    boolean dryRun;

    @Option(
            names = "--keep-manifest-list",
            description =
                    "Of an image for several platforms, change them all, or those that --filter-by-os selects, and"
                            + " keep the list.")
    boolean keepManifestList;

    @Option(
            names = "--from-dir",
            paramLabel = "DIRECTORY",
            description = "Where the base is that --from names with file://. Default: that of --dir")
    String fromDirectory = "";

    @Mixin
    PlatformFlags platforms = new PlatformFlags();

    @Mixin
    StoreFlags stores = new StoreFlags();

    @Mixin
    ParallelFlag parallel = new ParallelFlag();

    private final CommandContext context;

    AppendCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Optional<ImageLocation> base = base();
        ImageLocation target = target();
        ConfigChange change = new ConfigChange(
                Optional.ofNullable(image),
                Optional.ofNullable(meta),
                dropHistory,
                CreationTime.parse(createdAt, context.surroundings().clock()));
        try (AppendedFiles appended = AppendedFiles.read(files, base.isEmpty(), context);
                Registries registries = stores.open(context)) {
            Appending appending = new Appending(
                    stores.store(registries, context).repository(target),
                    appended.layers(),
                    change,
                    new BlobCopy(force),
                    parallel.limit(),
                    context.streams().err());
            if (base.isEmpty()) {
                append(appending, Optional.empty(), Optional.empty(), target);
                return;
            }
            Image.Named named = stores.store(registries, fromDirectory, context).find(base.get());
            if (keepManifestList && named.manifest().isList()) {
                appendAll(appending, named, target);
            } else {
                Image first = platforms.first(named, base.get());
                append(appending, Optional.of(first), Optional.of(named.repository()), target);
            }
        } catch (RegistryException e) {
            throw new CommandFailure(
                    "unable to append to " + target + ": " + e.getMessage() + ImageStore.login(target, e), e);
        }
    }

    private Optional<ImageLocation> base() {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        ImageLocation location = ImageLocation.parse(from);
        if (!location.isImage()) {
            throw new CommandFailure("--from must point to an image ID or image tag");
        }
        return Optional.of(location);
    }

    private ImageLocation target() {
        if (to.isEmpty()) {
            throw new CommandFailure("--to must name the image to make");
        }
        ImageLocation location = ImageLocation.parse(to);
        if (location.digest().isPresent()) {
            throw new CommandFailure("--to may not point to an image by ID");
        }
        return location;
    }

    private Manifest append(Appending appending, Optional<Image> base, Optional<Repository> from, ImageLocation target)
            throws IOException, InterruptedException {
        Appending.Result result = appending.plan(base);
        if (dryRun) {
            Printers.forFormat(PrintOptions.of("json"))
                    .print(result.config(), context.streams().out());
            return result.manifest();
        }
        appending.push(result, base, from, target.tag());
        told(result.manifest(), target);
        return result.manifest();
    }

    private void appendAll(Appending appending, Image.Named named, ImageLocation target)
            throws IOException, InterruptedException {
        Predicate<Image.Entry> wanted = platforms.isGiven() ? platforms.wanted() : entry -> true;
        Map<String, Manifest> others = new HashMap<>();
        for (Image each : named.images(wanted)) {
            Optional<Repository> source = Optional.of(named.repository());
            others.put(each.manifest().digest(), append(appending, Optional.of(each), source, target.repository()));
        }
        keepOthers(appending, named, others);
        if (!dryRun) {
            Manifest list = Appending.replaced(named.manifest(), others);
            appending.to().put(list, target.tag());
            told(list, target);
        }
    }

    /** A registry need not take a list that names what it does not have. */
    private void keepOthers(Appending appending, Image.Named named, Map<String, Manifest> others)
            throws IOException, InterruptedException {
        for (String member : named.members()) {
            if (!dryRun && !others.containsKey(member) && !appending.to().hasManifest(member)) {
                Manifest kept = named.repository().manifest(member, true);
                for (Blob blob : kept.blobs()) {
                    appending.copy().copy(blob, named.repository(), appending.to(), Optional.of(named.repository()));
                }
                appending.to().put(kept, Optional.empty());
            }
        }
    }

    private void told(Manifest manifest, ImageLocation target) {
        context.streams().out().println("Pushed " + manifest.digest() + " to " + target);
    }
}
