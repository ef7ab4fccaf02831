package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at images of other registries now, and lets the tags of an image stream point to them. */
@Command(
        name = "import-image",
        description = "Import images from a container registry into an image stream.",
        footer = {
            "",
            "Examples:",
            "  # Look whether the image behind a tag has changed",
            "  s2ioc import-image busybox:latest",
            "",
            "  # Make a new image stream for an image",
            "  s2ioc import-image busybox --from=quay.io/library/busybox:latest --confirm",
            "",
            "  # Look at all tags that point to other registries",
            "  s2ioc import-image busybox --all"
        })
public final class ImportImageCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "STREAM[:TAG]", description = "The image stream, and the tag to import.")
    List<String> words = List.of();

    @Option(names = "--from", paramLabel = "IMAGE", description = "The image to import, of a tag that is new.")
    String from = "";

    @Option(
            names = "--confirm",
            description = "Create the image stream if it is missing, or let it have another source.")
    boolean confirm;

    @Option(names = "--all", description = "Import all tags: of the stream, or of the repository given by --from.")
    boolean all;

    @Option(names = "--dry-run", description = "Only look at the images; change nothing.")
    boolean dryRun;

    @Mixin
    ImagePolicyFlags policy = new ImagePolicyFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public ImportImageCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        ImportTarget target = target();
        Printer printer = print.isSet() ? print.printer(context.surroundings()) : null;
        Resources there = context.session().resources().in(target.namespace());
        ObjectNode wanted = new ImageImport(target, from, confirm, policy).of(stream(there, target.stream()), all);
        ((ObjectNode) wanted.path("spec")).put("import", !dryRun);
        JsonNode result = there.create(KnownTypes.IMAGE_STREAM_IMPORT, wanted);
        boolean done = new ImportReport(context, printer == null).tell(target.stream(), result, dryRun);
        if (printer != null) {
            printer.print(stream(target, result), context.streams().out());
        }
        if (!done) {
            throw new CommandFailure("imported completed with errors");
        }
    }

    private ImportTarget target() {
        if (words.size() != 1 || words.getFirst().isEmpty()) {
            throw new CommandFailure("you must specify the name of an image stream");
        }
        policy.check("valid reference policy values are source or local");
        ImportTarget target = ImportTarget.parse(words.getFirst(), context);
        if (all && target.tag().isPresent()) {
            throw new CommandFailure("cannot specify a tag \"" + words.getFirst() + "\" as well as --all");
        }
        return target;
    }

    private static Optional<JsonNode> stream(Resources there, String name) {
        try {
            return Optional.of(there.get(KnownTypes.IMAGE_STREAM, name));
        } catch (ApiException e) {
            if (e.isNotFound()
                    && KnownTypes.IMAGE_STREAM
                            .plural()
                            .equals(e.details().path("kind").asText())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The image stream as the import has left it; of a dry run its name is all that there is. */
    private static ObjectNode stream(ImportTarget target, JsonNode result) {
        ObjectNode stream = Json.object().put("kind", "ImageStream").put("apiVersion", "image.openshift.io/v1");
        if (result.path("status").path("import") instanceof ObjectNode left) {
            return stream.setAll(left);
        }
        stream.putObject("metadata").put("name", target.stream()).put("namespace", target.namespace());
        return stream;
    }
}
