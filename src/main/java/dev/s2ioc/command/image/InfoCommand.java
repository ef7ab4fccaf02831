package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RegistryAccessFlags;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.newapp.ImageReference;
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
            "  s2ioc image info docker.io/library/busybox --show-multiarch -o json"
        })
public final class InfoCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "IMAGE", description = "Images, by tag or digest.")
    List<String> names = List.of();

    @Option(
            names = "--filter-by-os",
            paramLabel = "REGEX",
            description = "Which image of a list, by OS/ARCHITECTURE[/VARIANT]. Default: that of this machine")
    String filter = "";

    @Option(names = "--show-multiarch", description = "Show all images of a list.")
    boolean showMultiarch;

    @Option(names = "--skip-verification", description = "Take content whose digest is not the one that was asked for.")
    boolean skipVerification;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json",
            description = "Print JSON.")
    String output = "";

    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            description = "Not supported: images are read from registries only.")
    String directory;

    @Option(names = "--icsp-file", paramLabel = "FILE", description = "Not supported: name the image at its mirror.")
    String icspFile;

    @Mixin
    RegistryAccessFlags access = new RegistryAccessFlags();

    private final CommandContext context;

    InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        checkFlags();
        List<ImageReference> references = new ArrayList<>();
        for (String name : names) {
            references.add(ImageReference.parse(name)
                    .orElseThrow(() -> new CommandFailure(
                            "\"" + name + "\" is not a valid image reference: invalid reference format")));
        }
        List<JsonNode> found = new ArrayList<>();
        try (Registries registries = access.openTrusted(context)) {
            for (ImageReference reference : references) {
                for (Image image : images(registries, reference)) {
                    ImageInfo info = new ImageInfo(reference.text(), image);
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

    private void checkFlags() {
        if (names.isEmpty()) {
            throw new CommandFailure("info expects at least one argument, an image pull spec");
        }
        if (!output.isEmpty() && !output.equals("json")) {
            throw new CommandFailure("unrecognized --output, only 'json' is supported");
        }
        if (directory != null || names.stream().anyMatch(name -> name.startsWith("file://"))) {
            throw new CommandFailure(
                    "images in directories (file://, --dir) are not supported; name one in a registry");
        }
        if (icspFile != null) {
            throw new CommandFailure("--icsp-file is not supported; name the image at its mirror");
        }
    }

    private void printJson(List<JsonNode> found) throws IOException {
        ArrayNode all = Json.array().addAll(found);
        Printers.forFormat(PrintOptions.of("json"))
                .print(
                        found.size() == 1 ? found.getFirst() : all,
                        context.streams().out());
    }

    private List<Image> images(Registries registries, ImageReference reference)
            throws IOException, InterruptedException {
        Image.Named named;
        try {
            named = Image.Named.of(
                    registries.repository(reference.registryOrDefault(), reference.path()),
                    reference.digest().orElseGet(reference::tagOrLatest),
                    !skipVerification);
            List<Image> images = named.images(wanted());
            if (images.isEmpty() || images.size() > 1 && !showMultiarch) {
                throw CommandFailure.verbatim(severalImages(named), 1);
            }
            return images;
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                throw new CommandFailure("image \"" + reference.text() + "\" not found: " + e.getMessage(), e);
            }
            String next = e.isUnauthorized()
                    ? "\nTo log in, run: s2ioc registry login --registry=" + reference.registryOrDefault()
                            + " [--auth-basic=USER:PASSWORD]"
                    : "";
            throw new CommandFailure("unable to read image " + reference.text() + ": " + e.getMessage() + next, e);
        }
    }

    private Predicate<Image.Entry> wanted() {
        if (!filter.isEmpty()) {
            Predicate<String> matching = Platforms.matching(filter);
            return entry -> matching.test(entry.platform());
        }
        String own = Platforms.own();
        return entry -> showMultiarch
                || entry.platform().equals(own)
                || entry.platform().startsWith(own + "/");
    }

    private static String severalImages(Image.Named named) {
        TabWriter table = TabWriter.forLabels().line("  OS", "DIGEST");
        named.entries().forEach(entry -> table.line("  " + entry.platform(), entry.digest()));
        return "error: the image is a manifest list and contains multiple images - use --filter-by-os to select from:"
                + "\n\n" + table;
    }
}
