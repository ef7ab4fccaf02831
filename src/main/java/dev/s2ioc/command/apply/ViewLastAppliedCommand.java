package dev.s2ioc.command.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.SelectorFlags;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printer;
import dev.s2ioc.print.Printers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the manifests that objects were last applied from. */
@Command(
        name = "view-last-applied",
        description = "Show the manifests that objects were last applied from.",
        footer = {
            "",
            "Examples:",
            "  # What was applied last?",
            "  s2ioc apply view-last-applied bc/simple1",
            "",
            "  # The same for the object that a file names, as JSON",
            "  s2ioc apply view-last-applied -f bc.yaml -o json"
        })
public final class ViewLastAppliedCommand implements Action {

    @Parameters(paramLabel = "TYPE/NAME | TYPE NAME…", arity = "0..*", description = "Which objects.")
    List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            description = "In which form. Default: yaml")
    String output = "yaml";

    @Option(names = "--all", description = "All objects of the type in the namespace.")
    boolean all;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects with these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    private final CommandContext context;

    public ViewLastAppliedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (!output.matches("yaml|json")) {
            throw new CommandFailure(
                    "Unexpected -o output mode: " + output + ", the flag 'output' must be one of yaml|json");
        }
        List<ObjectNode> manifests = new ArrayList<>();
        new FoundObjects(context, SelectorFlags.ofLabels(labels), files, all)
                .forEach(
                        words,
                        found -> manifests.add(LastApplied.of(found.object())
                                .orElseThrow(() -> SetLastAppliedCommand.notApplied(found.name(), ""))));
        Printer printer = Printers.forFormat(PrintOptions.of(output));
        for (ObjectNode manifest : manifests) {
            printer.print(manifest, context.streams().out());
        }
    }
}
