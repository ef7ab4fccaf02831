package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a tag of an image stream; the stream is made if there is none. */
@Command(
        name = "imagestreamtag",
        description = "Create a tag of an image stream that does not exist yet.",
        footer = {
            "",
            "Examples:",
            "  # A tag for an image of another stream",
            "  s2ioc create imagestreamtag simple1:prod --from=simple1:latest",
            "",
            "  # A tag for an image of a registry, looked up again every now and then",
            "  s2ioc create istag ubi:9 --from-image=registry.access.redhat.com/ubi9/ubi --scheduled"
        })
public final class ImageStreamTagCommand implements Action {

    @Parameters(paramLabel = "STREAM:TAG", description = "Name of the stream and of the tag.")
    String name;

    @Option(names = "--from", paramLabel = "STREAM:TAG", description = "The image stream tag to follow.")
    String from = "";

    @Option(names = "--from-image", paramLabel = "IMAGE", description = "The image of a registry to import.")
    String image = "";

    @Option(
            names = {"-A", "--annotation"},
            paramLabel = "KEY=VALUE",
            description = "An annotation of the tag; may be repeated.")
    Map<String, String> annotations = new LinkedHashMap<>();

    @Option(names = "--insecure", description = "The registry of the image may be reached without trusted TLS.")
    boolean insecure;

    @Option(names = "--reference", description = "Only note where the image is, do not import it.")
    boolean reference;

    @Option(names = "--scheduled", description = "Import the image again every now and then.")
    boolean scheduled;

    @Option(
            names = "--reference-policy",
            paramLabel = "source|local",
            description = "Whether users of the tag pull from where the image is, or from the cluster's registry.")
    String referencePolicy = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ImageStreamTagCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        check();
        NewObject object = new NewObject(context, create, "image.openshift.io/v1", "ImageStreamTag", name);
        ObjectNode tag = object.body().putObject("tag").put("name", "");
        ObjectNode notes = tag.putObject("annotations");
        annotations.forEach(notes::put);
        if (!from.isEmpty()) {
            tag.putObject("from").put("kind", "ImageStreamTag").put("name", from);
        } else if (!image.isEmpty()) {
            tag.putObject("from").put("kind", "DockerImage").put("name", image);
        }
        if (reference) {
            tag.put("reference", true);
        }
        ObjectNode policy = tag.putObject("importPolicy");
        if (insecure) {
            policy.put("insecure", true);
        }
        if (scheduled) {
            policy.put("scheduled", true);
        }
        tag.putObject("referencePolicy").put("type", policy());
        object.create(create.parameters());
    }

    private void check() {
        if (!name.matches("[^:]+:[^:]+")) {
            throw new CommandFailure("NAME must be of the form STREAM:TAG, as in simple1:latest, not " + name);
        }
        if (!from.isEmpty() && !image.isEmpty()) {
            throw new CommandFailure("--from and --from-image may not be used together");
        }
        if (!from.isEmpty() && !from.contains(":") && !from.contains("@")) {
            throw new CommandFailure("--from must be of the form STREAM:TAG or STREAM@DIGEST, not " + from);
        }
    }

    private String policy() {
        return switch (referencePolicy) {
            case "" -> "";
            case "source", "Source" -> "Source";
            case "local", "Local" -> "Local";
            default -> throw new CommandFailure("valid reference policies are: source, local; not " + referencePolicy);
        };
    }
}
