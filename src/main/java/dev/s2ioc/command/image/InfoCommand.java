package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.DigestException;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an image in a registry is made of, without pulling it. */
@Command(
        name = "info",
        description = "Show information about images in a registry.",
        footer = {
            "",
            "Examples:",
            "  # See what an image is made of",
            "  s2ioc image info quay.io/openshift/cli:latest",
            "",
            "  # Of an image for several platforms, the one for arm64",
            "  s2ioc image info docker.io/library/busybox --filter-by-os=linux/arm64",
            "",
            "  # All of them, as JSON",
            "  s2ioc image info docker.io/library/busybox --show-multiarch -o json",
            "",
            "  # Of an image that \"image mirror\" has stored on disk",
            "  s2ioc image info file://busybox:local --dir=images"
        })
public final class InfoCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "IMAGE", description = "Images, by tag or digest.")
    List<String> names = List.of();

    @Option(names = "--show-multiarch", description = "Show all images of a list.")
    boolean showMultiarch;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json",
            description = "Print JSON.")
    String output = "";

    @Mixin
    PlatformFlags platforms = new PlatformFlags();

    @Mixin
    StoreFlags stores = new StoreFlags();

    @Mixin
    MirrorSetFlags mirrors = new MirrorSetFlags();

    private final CommandContext context;

    InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        checkFlags();
        List<JsonNode> found = new ArrayList<>();
        try (Registries registries = stores.open(context)) {
            ImageStore store = stores.store(registries, mirrors, context);
            List<ImageLocation> locations = new ArrayList<>();
            for (String name : names) {
                locations.addAll(store.expand(name));
            }
            for (ImageLocation location : locations) {
                for (Image image : images(store, location)) {
                    ImageInfo info = new ImageInfo(named(location).toString(), image);
                    if (output.isEmpty()) {
                        context.streams()
                                .out()
                                .print(info.text(context.surroundings().clock().instant()) + "\n");
                    } else {
                        found.add(info.json());
                    }
                }
            }
        }
        if (!output.isEmpty()) {
            printJson(found);
        }
    }

    private static ImageLocation named(ImageLocation location) {
        return location.isImage() ? location : location.tagged(location.reference());
    }

    private void checkFlags() {
        if (names.isEmpty()) {
            throw new CommandFailure("info expects at least one argument, an image pull spec");
        }
        if (!output.isEmpty() && !output.equals("json")) {
            throw new CommandFailure("unrecognized --output, only 'json' is supported");
        }
    }

    private void printJson(List<JsonNode> found) throws IOException {
        ArrayNode all = Json.array().addAll(found);
        Printers.forFormat(PrintOptions.of("json"))
                .print(
                        found.size() == 1 ? found.getFirst() : all,
                        context.streams().out());
    }

    private List<Image> images(ImageStore store, ImageLocation location) throws IOException, InterruptedException {
        Image.Named named = store.find(location);
        try {
            List<Image> images = named.images(wanted());
            if (images.isEmpty() || images.size() > 1 && !showMultiarch) {
                throw CommandFailure.verbatim(severalImages(named), 1);
            }
            return images;
        } catch (RegistryException e) {
            throw ImageStore.unreadable(location, e);
        } catch (DigestException e) {
            throw ImageStore.damaged(location, e);
        }
    }

    private Predicate<Image.Entry> wanted() {
        return showMultiarch && !platforms.isGiven() ? entry -> true : platforms.wanted();
    }

    private static String severalImages(Image.Named named) {
        TabWriter table = TabWriter.forLabels().line("  OS", "DIGEST");
        named.entries().forEach(entry -> table.line("  " + entry.platform(), entry.digest()));
        return "error: the image is a manifest list and contains multiple images - use --filter-by-os to select from:"
                + "\n\n" + table;
    }
}
