package dev.s2ioc.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets, removes and lists the annotations of objects. */
@Command(
        name = "annotate",
        description = "Set, remove or list annotations of objects.",
        footer = {
            "",
            "Examples:",
            "  # Annotate a build config",
            "  s2ioc annotate bc/simple1 description='the first one'",
            "",
            "  # Remove an annotation",
            "  s2ioc annotate bc/simple1 description-",
            "",
            "  # Show the annotations",
            "  s2ioc annotate bc/simple1 --list"
        })
public final class AnnotateCommand implements Action {

    @Parameters(
            paramLabel = "TYPE/NAME | TYPE NAME… | KEY=VALUE | KEY-",
            arity = "0..*",
            description = "Which objects, then what to set; KEY- removes a key.")
    List<String> words = List.of();

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager = "kubectl-annotate";

    @Mixin
    MetadataFlags flags = new MetadataFlags();

    private final CommandContext context;

    public AnnotateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new MetadataChange(context, MetadataChange.Subject.ANNOTATIONS, flags, fieldManager).run(words);
    }
}
