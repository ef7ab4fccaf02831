package dev.s2ioc.command.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.EditBeforehand;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.SelectorFlags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the user edit what is noted on objects of their last apply, in an editor. */
@Command(
        name = "edit-last-applied",
        description = "Edit what is noted on objects of their last apply; change nothing else of them.",
        footer = {
            "",
            "The editor is the one that OC_EDITOR, KUBE_EDITOR or EDITOR names, else vi.",
            "",
            "Examples:",
            "  # Edit what was applied last",
            "  s2ioc apply edit-last-applied bc/simple1"
        })
public final class EditLastAppliedCommand implements Action {

    @Parameters(paramLabel = "TYPE/NAME | TYPE NAME…", arity = "0..*", description = "Which objects.")
    List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            description = "In which form to edit. Default: yaml")
    String output = "yaml";

    @Option(names = "--windows-line-endings", description = "End the lines of the edited file as Windows does.")
    boolean windowsLineEndings;

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager = "kubectl-client-side-apply";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    private final CommandContext context;

    public EditLastAppliedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (!output.matches("yaml|json")) {
            throw new CommandFailure("The flag 'output' must be one of yaml|json");
        }
        List<FoundObjects.Found> all = new ArrayList<>();
        new FoundObjects(context, SelectorFlags.ofLabels(""), files, false).forEach(words, all::add);
        for (FoundObjects.Found found : all) {
            edit(found);
        }
    }

    private void edit(FoundObjects.Found found) throws IOException, InterruptedException {
        ObjectNode noted = LastApplied.of(found.object())
                .orElseThrow(() -> SetLastAppliedCommand.notApplied(
                        found.name(), "; note one by: s2ioc apply set-last-applied --create-annotation -f FILE"));
        new EditBeforehand(context, output, windowsLineEndings)
                .edit(List.of(noted), (source, text) -> save(found, Manifest.parse(source, text)));
    }

    private void save(FoundObjects.Found found, List<Manifest> edited) {
        boolean same = edited.size() == 1
                && edited.getFirst().kind().equals(found.selection().type().kind())
                && edited.getFirst().name().equals(found.name());
        if (!same) {
            throw new CommandFailure("the edited text must be one "
                    + found.selection().type().kind() + " with the name " + found.name() + " still");
        }
        ObjectNode patch = Json.object();
        patch.withObject("/metadata/annotations")
                .put(
                        LastApplied.ANNOTATION,
                        LastApplied.note(LastApplied.added(edited.getFirst().object())));
        found.resources()
                .patch(
                        found.selection().type(),
                        found.name(),
                        "application/merge-patch+json",
                        Json.bytes(patch),
                        new Request.Parameter("fieldManager", fieldManager));
        context.streams().out().println(found.selection().type().objectName(found.name()) + " edited");
    }
}
