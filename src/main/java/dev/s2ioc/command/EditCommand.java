package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.SelectionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the user change objects in an editor, again and again until the server takes them. */
@Command(
        name = "edit",
        description = "Edit objects of the server in an editor.",
        footer = {
            "",
            "The editor is the one that OC_EDITOR, KUBE_EDITOR or EDITOR names, else vi.",
            "",
            "Examples:",
            "  # Edit a build config",
            "  s2ioc edit bc/app",
            "",
            "  # Edit it as JSON, with another editor",
            "  EDITOR=nano s2ioc edit bc/app -o json",
            "",
            "  # Edit two objects at once",
            "  s2ioc edit bc/app is/app"
        })
public final class EditCommand implements Action {

    @Parameters(paramLabel = "TYPE/NAME | TYPE NAME…", arity = "0..*", description = "Which objects.")
    List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            description = "In which form to edit. Default: yaml")
    String output = "yaml";

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "Not supported: what is edited is YAML or JSON.")
    String template;

    @Option(
            names = "--allow-missing-template-keys",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Not supported, as --template.")
    Boolean allowMissingTemplateKeys;

    @Option(names = "--output-patch", description = "Print what is sent to the server, too.")
    boolean outputPatch;

    @Option(
            names = "--save-config",
            description = "Note the object in an annotation of its own, so that `apply` can go on from it.")
    boolean saveConfig;

    @Option(names = "--show-managed-fields", description = "Show managedFields in the editor.")
    boolean showManagedFields;

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Edit this part of the object instead, such as status.")
    String subresource = "";

    @Option(names = "--windows-line-endings", description = "End the lines of the edited file as Windows does.")
    boolean windowsLineEndings;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    WriteFlags write = new WriteFlags("kubectl-edit");

    private final CommandContext context;

    public EditCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (!output.matches("yaml|json")) {
            throw new CommandFailure("The flag 'output' must be one of yaml|json");
        }
        if (template != null || allowMissingTemplateKeys != null) {
            throw new CommandFailure(
                    "--template and --allow-missing-template-keys are not for edit, which edits YAML or"
                            + " JSON; s2ioc get prints by a template");
        }
        Edit edit = new Edit(this, context);
        List<FoundObjects.Found> found = new ArrayList<>();
        boolean all = !ResourceArguments.parse(words).hasNames();
        new FoundObjects(context, new SelectorFlags(), files, all).forEach(words, found::add);
        if (found.isEmpty()) {
            context.streams().err().println("edit cancelled, no objects found.");
            return;
        }
        List<ObjectNode> originals = edit.originals(found);
        EditedObjects edited = EditedObjects.create(output, windowsLineEndings);
        if (edit(edit, originals, edited)) {
            edited.delete();
        }
    }

    /** Whether the file is no longer needed. */
    private boolean edit(Edit edit, List<ObjectNode> originals, EditedObjects edited)
            throws IOException, InterruptedException {
        Editor editor = new Editor(context.surroundings());
        String before = EditedObjects.text(originals, output);
        List<String> complaints = List.of();
        while (true) {
            edited.write(complaints, before);
            editor.open(edited.file());
            String after = edited.read();
            if (after.equals(before) && !complaints.isEmpty()) {
                context.streams().err().println("A copy of your changes has been stored to \"" + edited.file() + "\"");
                throw new CommandFailure("Edit cancelled, no valid changes were saved.");
            }
            if (after.equals(before) || after.isBlank()) {
                String why = after.isBlank() ? "saved file was empty." : "no changes made.";
                context.streams().err().println("Edit cancelled, " + why);
                return true;
            }
            before = after;
            complaints = attempt(edit, after);
            if (complaints.isEmpty()) {
                return true;
            }
            complaints.forEach(complaint -> context.streams().err().println("error: " + complaint));
        }
    }

    private List<String> attempt(Edit edit, String text) {
        try {
            return edit.save(text);
        } catch (SelectionException e) {
            return List.of("The edited file had a syntax error: " + e.getMessage());
        }
    }
}
