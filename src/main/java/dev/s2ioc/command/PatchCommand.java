package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes fields of objects by a patch. */
@Command(
        name = "patch",
        description = "Change fields of objects by a patch.",
        footer = {
            "",
            "Examples:",
            "  # Let builds run at the same time",
            "  s2ioc patch bc/simple1 -p '{\"spec\":{\"runPolicy\":\"Parallel\"}}'",
            "",
            "  # Change the third trigger, by a JSON patch",
            "  s2ioc patch bc/simple1 --type=json \\",
            "      -p '[{\"op\":\"remove\",\"path\":\"/spec/triggers/2\"}]'"
        })
public final class PatchCommand implements Action {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "json", "application/json-patch+json",
            "merge", "application/merge-patch+json",
            "strategic", "application/strategic-merge-patch+json");

    @Parameters(paramLabel = "TYPE/NAME | TYPE NAME…", arity = "0..*", description = "Which objects.")
    List<String> words = List.of();

    @Option(
            names = {"-p", "--patch"},
            paramLabel = "PATCH",
            description = "The patch, in JSON or YAML.")
    String patch = "";

    @Option(names = "--patch-file", paramLabel = "FILE", description = "A file that holds the patch.")
    String patchFile = "";

    @Option(
            names = "--type",
            paramLabel = "json|merge|strategic",
            description =
                    "json: a list of operations; merge: given fields are set, null removes; strategic: as merge, and lists"
                            + " with a merge key are merged too.")
    String type = "strategic";

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager = "kubectl-patch";

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Patch this part of the object instead, such as status or scale.")
    String subresource = "";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    public PatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        if (!MEDIA_TYPES.containsKey(type)) {
            throw new CommandFailure("--type must be one of [json merge strategic], not \"" + type + "\"");
        }
        if (dryRun.isClient()) {
            throw new CommandFailure("--dry-run=client is not supported: a patch is worked out by the server;"
                    + " use --dry-run=server");
        }
        byte[] body = body();
        new FoundObjects(context, new SelectorFlags(), files, false)
                .forEach(words, found -> patch(found, body, report));
    }

    private void patch(FoundObjects.Found found, byte[] body, ChangeReport report) {
        List<Request.Parameter> parameters = new ArrayList<>(List.of(dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", fieldManager));
        Request.Parameter[] all = parameters.toArray(Request.Parameter[]::new);
        ResourceType object = found.selection().type();
        String media = MEDIA_TYPES.get(type);
        JsonNode patched = subresource.isEmpty()
                ? found.resources().patch(object, found.name(), media, body, all)
                : found.resources().patch(object, found.name(), subresource, media, body, all);
        boolean changed = !subresource.isEmpty() || !patched.equals(found.object());
        report.tell(found.selection().type(), patched, changed ? "patched" : "patched (no change)");
    }

    /** The patch as JSON. */
    private byte[] body() throws IOException {
        if (patch.isEmpty() == patchFile.isEmpty()) {
            throw new CommandFailure(
                    patch.isEmpty()
                            ? "must specify --patch or --patch-file containing the contents of the patch"
                            : "cannot specify --patch and --patch-file together");
        }
        String text = patch.isEmpty() ? Files.readString(context.surroundings().resolve(patchFile)) : patch;
        return Json.bytes(Manifest.document("the patch", text));
    }
}
