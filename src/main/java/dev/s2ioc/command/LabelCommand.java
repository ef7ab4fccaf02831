package dev.s2ioc.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets, removes and lists the labels of objects. */
@Command(
        name = "label",
        description = "Set, remove or list labels of objects.",
        footer = {
            "",
            "Examples:",
            "  # Label a build config",
            "  s2ioc label bc/simple1 team=web",
            "",
            "  # Change a label that is there, remove another",
            "  s2ioc label bc/simple1 team=core --overwrite",
            "  s2ioc label bc/simple1 stage-",
            "",
            "  # Show the labels",
            "  s2ioc label bc/simple1 --list"
        })
public final class LabelCommand implements Action {

    @Parameters(
            paramLabel = "TYPE/NAME | TYPE NAME… | KEY=VALUE | KEY-",
            arity = "0..*",
            description = "Which objects, then what to set; KEY- removes a key.")
    List<String> words = List.of();

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager = "kubectl-label";

    @Mixin
    MetadataFlags flags = new MetadataFlags();

    private final CommandContext context;

    public LabelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        new MetadataChange(context, MetadataChange.Subject.LABELS, flags, fieldManager).run(words);
    }
}
