package dev.s2ioc.command.s2i;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.newapp.NamedImage;
import dev.s2ioc.s2i.BuilderImage;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells how a builder is used, by what its image says of itself; nothing is run. */
@Command(
        name = "usage",
        description = "Tell what a builder builds and how to use it, from the labels of its image. Nothing is run.",
        footer = {
            "",
            "Examples:",
            "  # A builder of the project, or of the project openshift",
            "  s2ioc s2i usage s2i-simple-builder"
        })
public final class UsageCommand implements Action {

    @Parameters(paramLabel = "BUILDER", description = "The builder: an image stream, or an image.")
    String builder;

    private final CommandContext context;

    public UsageCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NamedImage found = NamedImage.find(builder, context.session(), "s2i usage");
        BuilderImage image = found.image();
        PrintStream out = context.streams().out();
        field("Builder", image.labels().getOrDefault("io.k8s.display-name", builder));
        field("Description", image.labels().getOrDefault("io.k8s.description", ""));
        field("Tags", image.labels().getOrDefault("io.openshift.tags", ""));
        field("Image", found.reference());
        field("Scripts", image.scriptsUrl() + (image.isBuilder() ? "" : "  (assumed: the image does not say)"));
        field("Source goes to", image.destination() + "/src");
        field("Assembled by", "user " + image.assembleUser());
        field("Ports", String.join(", ", found.ports()));
        for (Map.Entry<String, String> label : image.labels().entrySet()) {
            if (label.getKey().matches("io\\.openshift\\.(expose-services|wants|min-memory|min-cpu|non-scalable)")) {
                field(label.getKey(), label.getValue());
            }
        }
        out.println();
        out.println("To build with it:  s2ioc build DIR --builder " + builder);
        if (image.scriptsUrl().startsWith("image://")) {
            String script = image.scriptsUrl().substring("image://".length()).replaceAll("/+$", "") + "/usage";
            out.println("Its own words:     podman run --rm " + found.reference() + " " + script);
        }
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            context.streams().out().println(String.format("%-18s %s", name + ":", value));
        }
    }
}
